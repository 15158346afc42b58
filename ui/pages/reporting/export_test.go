package reporting

import (
	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/shell"
)

var last *Page

// Watched is the page's Spec, with the page kept for the functions here.
func Watched() shell.PageSpec {
	spec := Spec()
	spec.New = func(s *shell.Shell) shell.Page {
		p := New(s)
		last, _ = p.(*Page)
		return p
	}
	return spec
}

// Set changes a setting as its input would.
func Set(key, value string) {
	for _, s := range last.info().Settings {
		if s.Key == key {
			last.set(s, value)
		}
	}
}

// Settings are what the report is told.
func Settings() map[string]string { return last.settings() }

// Chosen is the report chosen.
func Chosen() app.ReportInfo { return last.info() }

// CanSave says whether the button is enabled.
func CanSave() bool { return !last.save.Disabled() }

// Name is what a saved file is called.
func Name() string { return shell.FileName(last.name()) + ".pdf" }

// Write saves to a path.
func Write(path string) (done bool) {
	last.s.WriteFile(path, last.writing(func(string) { done = true }))
	return done
}

// Drawn is how many pages are drawn.
func Drawn() int { return len(last.preview.drawn) }

// Turn goes so many pages down.
func Turn(by int) {
	for range by {
		last.preview.turn(1)
	}
}

// Toggle shows or hides the settings.
func Toggle() { last.togglePanel() }

// Search writes in the search field, and gives the keys of what is left.
func Search(query string) (keys []string) {
	last.query = query
	last.showList()
	for _, it := range last.found() {
		keys = append(keys, it.Key)
	}
	return keys
}

// Choice is what the button of the saved choices says.
func Choice() string { return last.choosing.Text }

func choiceNamed(name string) *field.Record {
	w := last.s.Portfolio()
	return view.FindChoice(w, last.info().Name, w.Who(), name)
}

// Keep saves the settings by a name, Apply orders by one ("" is the report's own), Standard makes
// one the standard and Drop takes one away.
func Keep(name string, shared bool) { last.keep(name, shared) }

// Apply is told of at Keep.
func Apply(name string) {
	if name == "" {
		last.apply(nil)
		return
	}
	last.apply(choiceNamed(name))
}

// Standard is told of at Keep.
func Standard(name string) { last.makeStandard(choiceNamed(name)) }

// Drop is told of at Keep.
func Drop(name string) { last.drop(choiceNamed(name)) }

// WritePacket makes the package in a folder.
func WritePacket(dir string) {
	files, err := last.s.Portfolio().PacketFiles(last.reports, last.packet.parts)
	if err != nil {
		panic(err)
	}
	last.packet.write(dir, files)
}

// WriteBound makes the package one file.
func WriteBound(path string) {
	files, err := last.s.Portfolio().PacketFiles(last.reports, last.packet.parts)
	if err != nil {
		panic(err)
	}
	last.packet.writeBound(path, files)
}

// Sinces are what changes may be counted from.
func Sinces() (out []string) {
	for _, o := range last.sinces() {
		out = append(out, o.Label+" "+o.Right)
	}
	return out
}

// Made is told that the report has been saved.
func Made() { last.made(last.info(), last.day()) }

// Mend opens the first question of a rule.
func Mend(rule string) {
	for _, q := range last.packet.asked {
		if q.Rule == rule {
			last.packet.answer(q)
			return
		}
	}
}
