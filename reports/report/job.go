package report

import (
	"cmp"
	"context"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/picture"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/reports/pdf"
)

// Job is one report being built.
type Job struct {
	W         World // what the report tells: the whole, or the unit's and the portfölj's
	All       World // the whole municipality's, whatever the report is of
	Info      Info
	Sets      map[string]string // every setting of the report, defaults included
	Date      date.Date         // the day that stands on it, which is today in W and All
	Unit      field.ID          // whose it is; "" for the municipality's
	Portfolio string            // the key of the portfölj that it is of; "" for all
	Year      int               // the one that was asked for, else the plan year
	Columns   []Column          // of a register
	Of        *field.Record     // what it is about, of a report about one thing

	ctx    context.Context // of whoever waits for it
	costs  World           // what Costs gives, once it is asked for
	since  since           // what the setting Since says
	status string
	seal   string // the journal's, of what is settled; "" on drafts
	levels map[field.ID]field.ID
	past   map[int64]World             // by entry of the journal
	gaps   map[field.ID][]*field.Field // of systems, once they are asked for
}

func newJob(w World, info Info, o Options) (*Job, error) {
	j := &Job{W: w, All: w, Info: info, Sets: map[string]string{}, Date: w.Today(), Year: w.PlanYear(), ctx: o.Context, levels: map[field.ID]field.ID{}, gaps: map[field.ID][]*field.Field{}}
	if j.ctx == nil {
		j.ctx = context.Background()
	}
	for _, s := range info.Settings {
		j.Sets[s.Key] = s.Default
	}
	for key, value := range o.Sets {
		s, err := settingNamed(info, key)
		if err != nil {
			return nil, err
		}
		value = strings.TrimSpace(value)
		if value == "" {
			continue
		}
		if j.Sets[key], err = chosen(s, value); err != nil {
			return nil, err
		}
	}
	j.status = Settled
	if o.Draft {
		j.status = Draft
	}
	if o.Printed {
		j.status = printed
	}
	if o.Sets["status"] != "" {
		j.status = j.Sets["status"]
	}
	if j.status == Settled {
		j.seal = w.Seal()
	}
	return j, j.understand()
}

// Doc begins the document with title as its title unless another was set.
func (j *Job) Doc(title string, landscape bool) *pdf.Doc {
	s := j.W.Settings()
	logo, err := picture.FromText(settings.Logo.Get(s))
	doc := pdf.New(pdf.Meta{
		Title: j.Title(title), Author: cmp.Or(settings.Sender.Get(s), settings.Department.Get(s)), Subject: j.Info.Title,
		Municipality: settings.Name.Get(s), Diary: j.diary(), Date: j.Date, Logo: logo,
		Accent: accent(settings.Accent.Get(s)), Footer: j.footer(), Landscape: landscape,
	})
	doc.Heed(j.ctx, nil)
	if err != nil {
		doc.Remark("Rapporten är gjord utan kommunvapen. " + err.Error())
	}
	return doc
}

// At is the whole municipality's portfolio as it stood after an entry of the journal. Faults:
// NotFound.
func (j *Job) At(entry int64) (field.World, error) {
	if w, ok := j.past[entry]; ok {
		return w, nil
	}
	p, err := j.All.At(j.ctx, entry)
	if err != nil {
		return nil, err
	}
	if j.past == nil {
		j.past = map[int64]World{}
	}
	j.past[entry] = p
	return p, nil
}

// Part is what of a portfolio the report is of: all of it, or what is the unit's and the
// portfölj's.
func (j *Job) Part(w field.World) field.World {
	w = j.Narrowed(w)
	if whole, ok := w.(World); ok && j.Unit != "" {
		return Within(whole, j.Unit)
	}
	return w
}

// GivenUp says that nobody waits for the report any more: what takes long may end.
func (j *Job) GivenUp() bool { return j.ctx.Err() != nil }

// Title is own, unless whoever orders the report has set another.
func (j *Job) Title(own string) string { return Clip(cmp.Or(j.Sets["titel"], own), 2*MostHead) }

func (j *Job) diary() string {
	return cmp.Or(j.Sets["diarienummer"], settings.Diary.Get(j.W.Settings()))
}

// printed is the status of a list from the window.
const printed = "utskrift"

func (j *Job) footer() string {
	if j.status == printed {
		return "Utskrift " + j.Date.String()
	}
	if j.status == Draft {
		return "Utkast " + j.Date.String()
	}
	s := "Fastställd " + j.Date.String()
	if j.seal != "" {
		s += " · Journalens sigill " + j.seal
	}
	return s
}

// SealNote ends what is settled with what the seal in the footer is for.
func (j *Job) SealNote(f *pdf.Flow) {
	if j.seal == "" {
		return
	}
	f.Note("Journalens sigill " + j.seal + ". Sigillet visar att uppgifterna är hämtade ur journalen som den var då; itpctl check --seal prövar det.")
}

// MostHead is how long each part of the lines about the title may be.
const MostHead = 60

// Over is the line above the title: whose report it is.
func (j *Job) Over() string {
	s := j.W.Settings()
	return Joined(" · ", Clip(settings.Name.Get(s), MostHead), Clip(settings.Department.Get(s), MostHead), Clip(j.diary(), MostHead))
}

// Level is the förvaltning, nämnd or bolag of a unit.
func (j *Job) Level(unit field.ID) field.ID {
	l, ok := j.levels[unit]
	if !ok {
		l = org.Level(j.W, unit)
		j.levels[unit] = l
	}
	return l
}

// Ours says whether a record is of what the report is of: all are, of a report of the whole
// municipality. It is asked of what was found in All, where nothing that points at it is left
// out.
func (j *Job) Ours(r *field.Record) bool {
	if j.Unit == "" {
		return true
	}
	of, known := field.UnitOf(j.All, r)
	return known && org.Within(j.All, of, j.Unit)
}

// LevelOf is what the förvaltning, nämnd or bolag of a record is called; "" for what belongs to
// none.
func (j *Job) LevelOf(r *field.Record) string {
	of, _ := field.UnitOf(j.All, r)
	if of == "" {
		return ""
	}
	return j.All.Label(j.Level(of))
}

// Unitless heads what belongs to no unit.
const Unitless = "Utan enhet"

// Group is the records of one heading in a list.
type Group struct {
	Name    string
	Records []*field.Record
}

// Grouped divides records by what heading says, in Swedish order with last at
// the end, and sorts them by name.
func Grouped(records []*field.Record, last string, heading func(r *field.Record) string) []Group {
	at := map[string]int{}
	var out []Group
	for _, r := range records {
		name := cmp.Or(heading(r), last)
		i, ok := at[name]
		if !ok {
			i = len(out)
			at[name] = i
			out = append(out, Group{Name: name})
		}
		out[i].Records = append(out[i].Records, r)
	}
	names := text.Keys{}
	slices.SortFunc(out, func(a, b Group) int {
		return cmp.Or(cmp.Compare(btoi(a.Name == last), btoi(b.Name == last)), names.Compare(a.Name, b.Name))
	})
	for _, g := range out {
		slices.SortStableFunc(g.Records, func(a, b *field.Record) int { return names.Compare(a.Name(), b.Name()) })
	}
	return out
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// accent reads "#17616D"; the zero colour when it can't.
func accent(s string) color.NRGBA {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil || len(s) != len("#RRGGBB") {
		return color.NRGBA{}
	}
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}
