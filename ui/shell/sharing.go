package shell

import (
	"context"
	"encoding/json"
	"slices"

	"itportfoljen/app"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
)

// maxTold is how many files are remembered to have been told of.
const maxTold = 100

// tellOfSharing says once what it means that others get at the file, as in
// OneDrive or on a network drive. To find out may take as long as the place
// takes to answer.
func (s *Shell) tellOfSharing() {
	p := s.portfolio
	path := p.Info().Path
	if s.Services.Sharing == nil || slices.Contains(s.toldOf(), path) {
		return
	}
	async.Run(s.Runner, "sharing", func(context.Context) (app.Sharing, error) {
		return s.Services.Sharing(path), nil
	}, func(shared app.Sharing, _ error) {
		if s.portfolio == p {
			s.shared = shared
			s.tellOfFile(s.seen)
		}
	})
}

// sharing is what to say of who gets at the file; "" when nothing is to be said.
func (s *Shell) sharing() string {
	switch {
	case s.shared.Synced != "":
		return texts.T("shell.file.synced", s.shared.Synced)
	case s.shared.Network:
		return texts.T("shell.file.network")
	}
	return ""
}

// toldOf are the files that it has been said of, latest first.
func (s *Shell) toldOf() (paths []string) {
	if json.Unmarshal([]byte(s.App.Preferences().String("files.shared")), &paths) != nil {
		return nil
	}
	return paths
}

// told remembers that it has been said.
func (s *Shell) told() {
	paths := append([]string{s.portfolio.Info().Path}, s.toldOf()...)
	if data, err := json.Marshal(paths[:min(len(paths), maxTold)]); err == nil {
		s.App.Preferences().SetString("files.shared", string(data))
	}
}
