package exchange

import (
	"encoding/json"
	"errors"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/ui/texts"
)

const (
	prefRecent = "exchange.recent"
	prefMap    = "exchange.map."
	mostRecent = 6
)

// recent is a file that was read in.
type recent struct {
	Path   string `json:"path"`
	When   string `json:"when"`
	Counts string `json:"counts"`
}

// lately are the files that were read in lately, the latest first.
func (in *importer) lately() []recent {
	var list []recent
	if err := json.Unmarshal([]byte(in.s.App.Preferences().String(prefRecent)), &list); err != nil {
		return nil
	}
	return list
}

func (in *importer) remember(counts string) {
	list := slices.DeleteFunc(in.lately(), func(r recent) bool { return r.Path == in.path })
	list = append([]recent{{in.path, in.s.Portfolio().Today().String(), counts}}, list...)
	in.store(prefRecent, list[:min(len(list), mostRecent)])
	if in.signature != "" && !kept(in.opts).empty() {
		in.store(prefMap+in.signature, kept(in.opts))
	}
}

func (in *importer) store(key string, v any) {
	if data, err := json.Marshal(v); err == nil {
		in.s.App.Preferences().SetString(key, string(data))
	}
}

// decisions are what is remembered for a set of headings.
type decisions struct {
	Kind string            `json:"kind,omitempty"`
	Map  map[string]string `json:"map,omitempty"`
	Keep bool              `json:"keep,omitempty"`
	Unit *money.Unit       `json:"unit,omitempty"`
}

func kept(o intake.Options) decisions {
	d := decisions{Map: o.Map, Keep: o.KeepUnmatched, Unit: o.Unit}
	if o.Kind != nil {
		d.Kind = o.Kind.Name
	}
	return d
}

func (d decisions) empty() bool {
	return d.Kind == "" && len(d.Map) == 0 && !d.Keep && d.Unit == nil
}

// recall puts to use what was decided the last time a sheet had these
// headings.
func (in *importer) recall() {
	in.signature = ""
	if in.res == nil || in.several {
		return
	}
	in.signature = in.res.Signature()
	var d decisions
	if err := json.Unmarshal([]byte(in.s.App.Preferences().String(prefMap+in.signature)), &d); err != nil || d.empty() {
		return
	}
	in.recalled = true
	in.set(func(o *intake.Options) {
		o.Map, o.KeepUnmatched, o.Unit = d.Map, d.Keep, d.Unit
		if d.Kind != "" {
			o.Kind = app.KindNamed(d.Kind)
		}
	})
}

// guessAgain lets go of what was remembered.
func (in *importer) guessAgain() {
	in.recalled = false
	in.set(func(o *intake.Options) {
		o.Kind, o.Map, o.KeepUnmatched, o.Unit, o.Answers = nil, nil, false, nil, nil
	})
}

func errStopped() error { return errors.New(texts.T("exchange.plan.stopped")) }
