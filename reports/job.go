package reports

import (
	"cmp"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/picture"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/reports/pdf"
)

// job is one report being built.
type job struct {
	w      World
	info   Info
	sets   map[string]string // every setting of the report, defaults included
	date   date.Date
	status string
	seal   string // the journal's, of what is settled; "" on drafts
	levels map[field.ID]field.ID

	columns []column // of a register
}

// The settings that every report takes.
var common = []Setting{
	{Key: "titel", Label: "Titel", Help: "Tomt: rapportens egen."},
	{Key: "datum", Kind: app.SettingDate, Label: "Datum", Help: "Dagen som står på rapporten. Tomt: i dag."},
	{Key: "diarienummer", Label: "Diarienummer", Help: "Tomt: det som står i Inställningar."},
	{Key: "enhet", Kind: app.SettingUnit, Label: "Enhet", Help: "Bara den nämnd, förvaltning eller det bolag som nämns. Tomt: hela kommunen."},
	{Key: "status", Kind: app.SettingStatus, Label: "Status", Help: "Står nederst på varje sida. En fastställd rapport har också journalens sigill.", Default: draft, Choices: []string{draft, settled}},
}

const (
	draft   = "utkast"
	settled = "fastställd"
	yes     = "ja"
	no      = "nej"
)

// with gives the common settings and those of one report.
func with(own ...Setting) []Setting { return append(slices.Clone(common), own...) }

func newJob(w World, info Info, o Options) (*job, error) {
	j := &job{w: w, info: info, sets: map[string]string{}, date: w.Today(), levels: map[field.ID]field.ID{}}
	for _, s := range info.Settings {
		j.sets[s.Key] = s.Default
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
		if len(s.Choices) > 0 {
			value = strings.ToLower(value)
			if !slices.Contains(s.Choices, value) {
				return nil, usage("%s kan inte vara ”%s”. Välj %s.", s.Label, value, text.Or(s.Choices))
			}
		}
		j.sets[key] = value
	}
	j.status = settled
	if o.Draft {
		j.status = draft
	}
	if o.Sets["status"] != "" {
		j.status = j.sets["status"]
	}
	if j.status == settled {
		j.seal = w.Seal()
	}
	return j, j.understand()
}

func settingNamed(info Info, key string) (Setting, error) {
	keys := make([]string, len(info.Settings))
	for i, s := range info.Settings {
		if s.Key == key {
			return s, nil
		}
		keys[i] = s.Key
	}
	return Setting{}, usage("Rapporten %s har ingen inställning som heter ”%s”. De som finns är %s.", info.Name, key, strings.Join(keys, ", "))
}

// understand reads the settings that aren't plain text.
func (j *job) understand() error {
	if s := j.sets["datum"]; s != "" {
		span, err := date.Parse(s)
		if err != nil || span.From != span.To {
			return usage("”%s” är inte en dag. Skriv datum så här: 2026-12-03.", s)
		}
		j.date = span.From
	}
	if s := j.sets["enhet"]; s != "" {
		unit, err := unitNamed(j.w, s)
		if err != nil {
			return err
		}
		j.w = within(j.w, unit)
		j.sets["enhet"] = j.w.Label(unit)
	}
	if s := j.sets["kolumner"]; s != "" {
		setting, err := settingNamed(j.info, "kolumner")
		if err == nil {
			j.columns, err = columnsOf(j.w, setting.Of, s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unitNamed finds a unit by its name or path.
func unitNamed(w World, name string) (field.ID, error) {
	var found []field.ID
	for _, u := range w.All(org.UnitKind) {
		if text.Key(u.Name()) == text.Key(name) || text.Key(org.Path(w, u.ID)) == text.Key(name) {
			found = append(found, u.ID)
		}
	}
	switch len(found) {
	case 0:
		return "", usage("Det finns ingen enhet som heter ”%s”.", name)
	case 1:
		return found[0], nil
	}
	return "", usage("Det finns %d enheter som heter ”%s”. Skriv hela vägen, till exempel ”%s”.", len(found), name, org.Path(w, found[0]))
}

// doc begins the document with title as its title unless another was set.
func (j *job) doc(title string, landscape bool) *pdf.Doc {
	s := j.w.Settings()
	logo, err := picture.FromText(settings.Logo.Get(s))
	doc := pdf.New(pdf.Meta{
		Title: j.title(title), Author: cmp.Or(settings.Sender.Get(s), settings.Department.Get(s)), Subject: j.info.Title,
		Municipality: settings.Name.Get(s), Diary: j.diary(), Date: j.date, Logo: logo,
		Accent: accent(settings.Accent.Get(s)), Footer: j.footer(), Landscape: landscape,
	})
	if err != nil {
		doc.Remark("Rapporten är gjord utan kommunvapen. " + err.Error())
	}
	return doc
}

func (j *job) title(own string) string { return clip(cmp.Or(j.sets["titel"], own), 2*mostHead) }

func (j *job) diary() string {
	return cmp.Or(j.sets["diarienummer"], settings.Diary.Get(j.w.Settings()))
}

func (j *job) footer() string {
	if j.status == draft {
		return "Utkast " + j.date.String()
	}
	s := "Fastställd " + j.date.String()
	if j.seal != "" {
		s += " · Journalens sigill " + j.seal
	}
	return s
}

// sealNote ends what is settled with what the seal in the footer is for.
func (j *job) sealNote(f *pdf.Flow) {
	if j.seal == "" {
		return
	}
	f.Note("Journalens sigill " + j.seal + ". Sigillet visar att uppgifterna är hämtade ur journalen som den var då; itpctl check --seal prövar det.")
}

// mostHead is how long each part of the lines about the title may be.
const mostHead = 60

// over is the line above the title: whose report it is.
func (j *job) over() string {
	s := j.w.Settings()
	return joined(" · ", clip(settings.Name.Get(s), mostHead), clip(settings.Department.Get(s), mostHead), clip(j.diary(), mostHead))
}

// level is the förvaltning, nämnd or bolag of a unit.
func (j *job) level(unit field.ID) field.ID {
	l, ok := j.levels[unit]
	if !ok {
		l = org.Level(j.w, unit)
		j.levels[unit] = l
	}
	return l
}

const unitless = "Utan enhet"

// group is the records of one heading in a list.
type group struct {
	name    string
	records []*field.Record
}

// grouped divides records by what heading says, in Swedish order with last at
// the end, and sorts them by name.
func grouped(records []*field.Record, last string, heading func(r *field.Record) string) []group {
	at := map[string]int{}
	var out []group
	for _, r := range records {
		name := cmp.Or(heading(r), last)
		i, ok := at[name]
		if !ok {
			i = len(out)
			at[name] = i
			out = append(out, group{name: name})
		}
		out[i].records = append(out[i].records, r)
	}
	slices.SortFunc(out, func(a, b group) int {
		return cmp.Or(cmp.Compare(btoi(a.name == last), btoi(b.name == last)), text.Compare(a.name, b.name))
	})
	for _, g := range out {
		slices.SortStableFunc(g.records, func(a, b *field.Record) int { return text.Compare(a.Name(), b.Name()) })
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
