package exchange

import (
	"path/filepath"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/ui/shell"
)

// last is the page made last: tests have one window at a time.
var last = map[*shell.Shell]*Page{}

// Of finds the page of a window.
func Of(s *shell.Shell) *Page {
	if last[s] == nil {
		s.Go(pageID, nil)
	}
	return last[s]
}

// Watched is the page's Spec, with the page kept for Of.
func Watched() shell.PageSpec {
	spec := Spec()
	spec.New = func(s *shell.Shell) shell.Page {
		p := New(s)
		last[s] = p.(*Page)
		return p
	}
	return spec
}

// Drop drops a file on the window.
func Drop(s *shell.Shell, path string) {
	Of(s)
	s.Go(pageID, shell.Dropped{Path: path})
}

// Step goes to a step.
func Step(s *shell.Shell, step int) { Of(s).in.goTo(step) }

// Apply taps the button that reads in.
func Apply(s *shell.Shell) { Of(s).in.preview.apply.Tapped(nil) }

// CanApply says whether that button can be tapped.
func CanApply(s *shell.Shell) bool { return !Of(s).in.preview.apply.Disabled() }

// Kept are the records that the last step leads to.
func Kept(s *shell.Shell) []field.ID {
	var out []field.ID
	for _, r := range newKeptView(Of(s).in).rows {
		out = append(out, r.record)
	}
	return out
}

// Keep keeps unmatched columns.
func Keep(s *shell.Shell) { Of(s).in.set(func(o *intake.Options) { o.KeepUnmatched = true }) }

// Recalled says that what was decided before is in use.
func Recalled(s *shell.Shell) bool { return Of(s).in.recalled }

// Age makes the plan one for an older portfolio.
func Age(s *shell.Shell) { Of(s).in.version-- }

// View shows a tab of the preview.
func View(s *shell.Shell, id string) {
	v := Of(s).in.preview
	v.tabs.Select(id)
	v.choose()
}

// Row selects a row of the preview.
func Row(s *shell.Shell, row int) {
	v := Of(s).in.preview.rows
	v.grid.Select(v.Key(row))
}

// Export writes out and gives the name proposed.
func Export(s *shell.Shell, what, format, dir string) string {
	x := Of(s).out
	x.format = format
	x.choose(what)
	name := shell.FileName(x.name()) + x.format
	s.WriteFile(filepath.Join(dir, name), x.writing())
	return name
}

// Problem plans with a heading row that has none.
func Problem(s *shell.Shell) { Of(s).in.set(func(o *intake.Options) { o.HeaderRow = 1 }) }

// Field chooses what a column becomes, as its picker would.
func Field(s *shell.Shell, heading, spec string) {
	v := Of(s).in.mapping.columns
	for row, c := range v.columns() {
		if c.Heading == heading {
			v.grid.Select(v.Key(row))
			_ = v.picker.OnPick(spec)
			return
		}
	}
}

// Result is the plan.
func Result(s *shell.Shell) *intake.Result { return Of(s).in.res }

// Answer answers a question.
func Answer(s *shell.Shell, id, key string) { Of(s).in.answer(id, key) }

// ResultBook is what the result is saved as.
func ResultBook(s *shell.Shell) sheet.OutBook {
	return resultBook(s.Portfolio(), Of(s).in.res, "x.xlsx")
}

// Meanings are the texts that couldn't be read.
func Meanings(s *shell.Shell) []ask.Group {
	var out []ask.Group
	for _, g := range Of(s).in.preview.errors.groups {
		out = append(out, g.Group)
	}
	return out
}

// Mean says what a text means.
func Mean(s *shell.Shell, row int, means string) {
	v := Of(s).in.preview.errors
	v.mean(v.groups[row], means)
}

// ReadUnread reads a sheet that isn't read.
func ReadUnread(s *shell.Shell, row int) { Of(s).in.preview.unread.open(row) }

// ReadAlso reads a sheet that isn't read with those that are.
func ReadAlso(s *shell.Shell, row int) { Of(s).in.preview.unread.also(row) }

// OpenSheet opens a row of the list of sheets.
func OpenSheet(s *shell.Shell, row int) { Of(s).in.mapping.sheets.grid.OnOpen(row) }

// AllSheets goes back to the list of sheets.
func AllSheets(s *shell.Shell) { Of(s).in.lookAt("") }

// OpenGone opens a record that the list no longer has.
func OpenGone(s *shell.Shell, row int) { Of(s).in.preview.gone.grid.OnOpen(row) }
