package shell

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// unsaved is a change on its way to the disk, or one that didn't get there: it
// is shown where it was written, and tried again.
type unsaved struct {
	key  any // what it is a change of: a place, or a name of the page's own
	v    field.Value
	what string // in words
	work func(ctx context.Context, p *app.Portfolio) (app.Entry, error)
	why  string // it couldn't be saved, in a sentence; "": still on its way
	done func(why string)
}

// place is a field of a record.
type place struct {
	id  field.ID
	col field.Column
}

// Write carries out a change away from the screen, in the order of calls, and
// then calls done (which may be nil) on the screen's goroutine. A failure that
// done doesn't take is shown.
func (s *Shell) Write(work func(ctx context.Context, p *app.Portfolio) (app.Entry, error), done func(app.Entry, error)) {
	p := s.portfolio
	if p == nil {
		return
	}
	s.writing++
	s.showFoot()
	var e app.Entry
	var err error
	s.saves.Do(func() { e, err = work(context.Background(), p) }, func() {
		s.writing--
		if s.portfolio != p { // closed meanwhile
			return
		}
		if done != nil {
			done(e, err)
		} else if err != nil {
			s.Fail(err)
		}
		if fault.CodeOf(err) == fault.Moved {
			s.tellOfFile(seen{err: err})
		}
		s.refreshChrome()
	})
}

// Act is Write that says what was done, with the way to undo it, or what went wrong. done,
// which may be nil, is called when it was written.
func (s *Shell) Act(work func(ctx context.Context, p *app.Portfolio) (app.Entry, error), done func()) {
	s.Write(work, func(e app.Entry, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.ToastUndo(e.Label, e)
		if done != nil {
			done()
		}
	})
}

// Save sets a field to what was typed. problem gets the sentence to show by
// the field, "" when it was saved.
func (s *Shell) Save(id field.ID, c field.Column, typed string, problem func(string)) {
	s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.SetText(ctx, id, c, typed)
	}, func(_ app.Entry, err error) { problem(s.Sentence(err)) })
}

// SetValue sets a field to a value that isn't kept when it can't be saved: what
// was chosen by a gesture is chosen again.
func (s *Shell) SetValue(id field.ID, c field.Column, v field.Value, done func(app.Entry, error)) {
	s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.Set(ctx, id, c, v) }, done)
}

// SaveValue sets a field to a value that was written. Until the disk has
// answered, and for as long as it says no, Unsaved gives the value. done is
// called at each answer, with the sentence that says why not or "" for saved:
// when it was no, again after the next try.
func (s *Shell) SaveValue(id field.ID, c field.Column, v field.Value, done func(why string)) {
	s.SaveWith(id, c, v, "", func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Set(ctx, id, c, v)
	}, done)
}

// SaveWith sets a field to a value by a change that does more than that: with, which may
// be empty, says what in a few words.
func (s *Shell) SaveWith(id field.ID, c field.Column, v field.Value, with string, work func(ctx context.Context, p *app.Portfolio) (app.Entry, error), done func(why string)) {
	what := c.Phrase(s.portfolio)
	if r := s.portfolio.Get(id); r != nil {
		what = texts.T("shell.unsaved.what", what, s.portfolio.Called(r))
	}
	if with != "" {
		what = texts.T("shell.unsaved.with", what, with)
	}
	s.keep(&unsaved{key: place{id, c}, v: v, what: what, done: done, work: work})
}

// SaveNamed carries out a change of something that isn't a field of a record,
// and keeps it as SaveValue does. A later one of the same name takes its place.
func (s *Shell) SaveNamed(name string, work func(ctx context.Context, p *app.Portfolio) (app.Entry, error), done func(why string)) {
	s.keep(&unsaved{key: name, what: name, work: work, done: done})
}

func (s *Shell) keep(u *unsaved) {
	s.abandon(u.key) // it takes the place of an earlier one
	s.unsaved = append(s.unsaved, u)
	s.Write(u.work, func(e app.Entry, err error) {
		gone := fault.CodeOf(err) == fault.NotFound // and with it where to show the value
		if u.why = s.Sentence(err); err == nil || gone {
			s.unsaved = slices.DeleteFunc(s.unsaved, func(x *unsaved) bool { return x == u })
		}
		if at, ok := u.key.(place); ok && gone {
			s.Problem(texts.T("shell.unsaved.gone", u.what, at.col.Field.Show(s.portfolio, u.v)))
		}
		s.showUnsaved()
		u.done(u.why)
		if !gone && (err != nil || e.Number == 0) { // nothing was written, so there was no event
			s.tell(u.key)
		}
	})
}

// tell lets the page in view show a field anew wherever it stands: what isn't
// saved is no event of the portfolio's.
func (s *Shell) tell(key any) {
	if at, ok := key.(place); ok && s.pages[s.current] != nil {
		s.pages[s.current].Changed(app.Event{Kinds: map[*field.Kind]bool{at.col.Field.Kind: true}, Records: map[field.ID]bool{at.id: true}})
	}
}

// Unsaved is the value that a field was given last, when the disk hasn't taken
// it: problem says why, "" when there is no answer yet.
func (s *Shell) Unsaved(id field.ID, c field.Column) (v field.Value, problem string, ok bool) {
	for _, u := range s.unsaved {
		if u.key == any(place{id, c}) {
			return u.v, u.why, true
		}
	}
	return nil, "", false
}

// Follow lets another than who saved a field's value have the answers, if there
// are any to come: the field is shown anew.
func (s *Shell) Follow(id field.ID, c field.Column, done func(why string)) {
	for _, u := range s.unsaved {
		if u.key == any(place{id, c}) {
			u.done = done
		}
	}
}

// Abandon lets go of a value that couldn't be saved.
func (s *Shell) Abandon(id field.ID, c field.Column) {
	s.abandon(place{id, c})
	s.tell(place{id, c})
}

// AbandonNamed lets go of a change made by SaveNamed.
func (s *Shell) AbandonNamed(name string) { s.abandon(name) }

func (s *Shell) abandon(key any) {
	before := len(s.unsaved)
	if s.unsaved = slices.DeleteFunc(s.unsaved, func(u *unsaved) bool { return u.key == key }); len(s.unsaved) < before {
		s.showUnsaved()
		s.showFoot()
	}
}

// failed are the changes that the disk said no to, the first first.
func (s *Shell) failed() (out []*unsaved) {
	for _, u := range s.unsaved {
		if u.why != "" {
			out = append(out, u)
		}
	}
	return out
}

// tryAgain saves what couldn't be saved.
func (s *Shell) tryAgain() {
	for _, u := range s.failed() {
		again := *u
		again.why = ""
		s.keep(&again)
	}
}

// showUnsaved says above the page what couldn't be saved, and why.
func (s *Shell) showUnsaved() {
	failed := s.failed()
	if len(failed) == 0 {
		if len(s.lost.Objects) > 0 {
			s.lost.Objects = nil
			s.fitBanners()
		}
		return
	}
	why := failed[0].why
	if why == s.said { // right above
		why = ""
	}
	b := widgets.NewBanner(widgets.Bad, unsavedText(failed, why), texts.T("shell.unsaved.again"), s.tryAgain).Across()
	// What a page has under a name of its own is let go of where it was written.
	if !slices.ContainsFunc(failed, func(u *unsaved) bool { _, of := u.key.(place); return !of }) {
		b.Closable(func() { s.askToLeave(unsavedText(failed, failed[0].why), func() { s.abandonAll(failed) }) })
	}
	s.lost.Objects = []fyne.CanvasObject{b}
	s.fitBanners()
}

// askToLeave asks whether what isn't saved may be lost; why tells what it is.
func (s *Shell) askToLeave(why string, then func()) {
	dialogs.Confirm(s.Window, texts.T("shell.unsaved.title"), texts.T("shell.unsaved.text", why), texts.T("shell.unsaved.leave"), true, then)
}

// abandonAll goes back to what is saved, save for what has been written anew.
func (s *Shell) abandonAll(failed []*unsaved) {
	for _, u := range failed {
		if slices.Contains(s.unsaved, u) {
			s.abandon(u.key)
			s.tell(u.key)
		}
	}
}

func unsavedText(failed []*unsaved, why string) string {
	return strings.TrimSpace(texts.N("shell.unsaved", len(failed), failed[0].what, why))
}

// TakeIn makes the field being written in hand over what it has, as leaving it
// does; the error is why it was refused.
func (s *Shell) TakeIn() error {
	if f, ok := s.Window.Canvas().Focused().(interface{ TakeIn() error }); ok {
		return f.TakeIn()
	}
	return nil
}

// settle goes on with what lets the portfolio go: when what is being written
// has been taken in and the disk has it all, or the user lets go of the rest.
func (s *Shell) settle(then func()) {
	if s.portfolio == nil {
		then()
		return
	}
	why := s.Sentence(s.TakeIn())
	s.saves.Do(func() {}, func() {
		if failed := s.failed(); len(failed) > 0 {
			why = unsavedText(failed, failed[0].why)
		}
		if why == "" {
			then()
			return
		}
		s.askToLeave(why, then)
	})
}

// WhenSaved calls then when the disk has answered to all that has been written so far: what
// reads the portfolio then reads that too.
func (s *Shell) WhenSaved(then func()) {
	if s.writing == 0 {
		then()
		return
	}
	p := s.portfolio
	s.saves.Do(func() {}, func() {
		if s.portfolio == p {
			then()
		}
	})
}

// Stuck tells whether something that was written in a record of a kind couldn't be saved.
func (s *Shell) Stuck(k *field.Kind) bool {
	return slices.ContainsFunc(s.failed(), func(u *unsaved) bool {
		at, ok := u.key.(place)
		return ok && at.col.Field.Kind == k
	})
}

// Sentence is what to tell a person about an error; "" for none. The log gets
// what a person has no use for.
func (s *Shell) Sentence(err error) string { return fault.Tell(s.log, err) }
