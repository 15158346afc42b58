package shell

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/ui/async"
	"itportfoljen/ui/history"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// happenedOnly is what Vad har hänt? is narrowed to.
type happenedOnly struct {
	who  string // "": everybody
	kind string // the name of a kind, "": all
	days int    // so many days back, today with it; 0: all, −1: yesterday alone
}

// keeps says that an entry is among what is chosen.
func (o happenedOnly) keeps(it *history.Item, today date.Date) bool {
	if o.who != "" && it.Who != o.who {
		return false
	}
	day := date.FromTime(it.At.Local())
	if first, last := o.span(today); day < first || day > last {
		return false
	}
	for k := range it.Kinds {
		if k.Name == o.kind {
			return true
		}
	}
	return o.kind == ""
}

// span are the first day and the last that are chosen.
func (o happenedOnly) span(today date.Date) (first, last date.Date) {
	switch {
	case o.days < 0:
		return today.AddDays(-1), today.AddDays(-1)
	case o.days > 0:
		return today.AddDays(1 - o.days), date.Of(9999, 12, 31)
	}
	return 0, date.Of(9999, 12, 31)
}

// happenedKnown is whom and what the journal tells of.
type happenedKnown struct {
	people []string        // by name
	kinds  map[string]bool // by the name of the kind
}

// mostKnown is how many of the newest entries are asked who made them.
const mostKnown = 5000

// learn finds out who has done something, and what has been touched.
func (h *happened) learn() {
	p := h.s.portfolio
	async.Run(h.s.Runner, "log.known", func(ctx context.Context) (out happenedKnown, err error) {
		out.kinds = map[string]bool{}
		es, err := p.Journal(ctx, app.Query{Limit: mostKnown, Brief: true})
		for _, e := range es {
			if !slices.Contains(out.people, e.Who) {
				out.people = append(out.people, e.Who)
			}
			for _, c := range e.Changes {
				out.kinds[c.Kind.Name] = true
			}
		}
		slices.SortFunc(out.people, text.Compare)
		return out, err
	}, func(known happenedKnown, err error) {
		if err == nil && h.s.happened == h { // else what is read tells why it can't be
			h.known = known
			h.showChoices()
		}
	})
}

// showChoices offers who has done something, and what has been touched, among what is read.
func (h *happened) showChoices() {
	everybody := []widgets.Option{{ID: "", Label: texts.T("shell.log.only.all")}}
	kinds, days := slices.Clone(everybody), slices.Clone(everybody)
	seen := h.known.kinds
	who := slices.Clone(everybody)
	for _, name := range h.known.people {
		who = append(who, widgets.Option{ID: name, Label: name})
	}
	for _, k := range h.s.portfolio.Kinds() {
		if (seen[k.Name] || k.Name == h.only.kind) && (!k.Silent || k.Owner() != nil) {
			kinds = append(kinds, widgets.Option{ID: k.Name, Label: text.Capital(k.Many)})
		}
	}
	slices.SortStableFunc(kinds[1:], func(a, b widgets.Option) int { return strings.Compare(text.SortKey(a.Label), text.SortKey(b.Label)) })
	for _, n := range []int{1, -1, 7, 30, 365} {
		days = append(days, widgets.Option{ID: strconv.Itoa(n), Label: map[int]string{1: texts.T("shell.log.only.today"), -1: texts.T("shell.log.only.yesterday"),
			7: texts.T("shell.log.only.week"), 30: texts.T("shell.log.only.month"), 365: texts.T("shell.log.only.year")}[n]})
	}
	pick := func(title string, options []widgets.Option, now string, set func(id string)) *input.Select {
		return input.NewFlatSelect(title, options, now, func(id string) error {
			set(id)
			h.read()
			return nil
		})
	}
	now := ""
	if h.only.days != 0 {
		now = strconv.Itoa(h.only.days)
	}
	h.choices.Objects = []fyne.CanvasObject{widgets.HStack(4,
		pick(texts.T("shell.log.only.who"), who, h.only.who, func(id string) { h.only.who = id }),
		pick(texts.T("shell.log.only.kind"), kinds, h.only.kind, func(id string) { h.only.kind = id }),
		pick(texts.T("shell.log.only.day"), days, now, func(id string) { h.only.days, _ = strconv.Atoi(id) }),
	)}
	h.choices.Refresh()
}

// mostRead is how many of those that are chosen are looked for without being asked.
const mostRead = 30

// readOn reads older entries by itself while there are few of what is chosen, as far back as
// that may be.
func (h *happened) readOn() {
	if h.only == (happenedOnly{}) || h.whole || h.shown >= mostRead || len(h.items) == 0 {
		return
	}
	first, _ := h.only.span(h.s.portfolio.Today())
	if date.FromTime(h.items[len(h.items)-1].At.Local()) < first {
		return
	}
	h.limit *= 2
	h.read()
}
