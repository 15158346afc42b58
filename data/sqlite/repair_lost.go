package sqlite

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"itportfoljen/app"
	words "itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/data/sqlite/pages"
)

// mended is what the repaired file holds, and what it lacks.
type mended struct {
	ev      *evidence
	kn      *knowing
	all     []*kept
	records map[field.ID]*field.Record
	short   map[*field.Kind]int // how many more there should be that haven't been named
	guessed map[field.ID]bool   // lost ones whose kind isn't known
	out     app.Repaired
	at      time.Time // of the repair
	now     string    // the same, as records have it
	who     string
	needed  []*field.Record
}

func (m *mended) decide(newest app.Entry, want *state) {
	outcomes := m.kn.outcomes()
	if want != nil {
		m.ev.reconcile(outcomes, *want, stamp(m.all[len(m.all)-1].head.At))
	}
	m.records, m.guessed = map[field.ID]*field.Record{}, map[field.ID]bool{}
	counts := map[*field.Kind]*app.RepairedKind{}
	for _, l := range m.ev.tables {
		counts[l.kind] = &app.RepairedKind{Kind: l.kind}
	}
	for id, o := range outcomes {
		if o.record == nil || counts[o.record.Kind] == nil {
			continue
		}
		m.records[id] = o.record
		switch n := counts[o.record.Kind]; o.from {
		case asRow:
			n.Whole++
		case inJournal:
			n.Journal++
		case inCopy:
			n.Copy++
		}
		m.out.Later = m.out.Later || newest.Number > 0 && o.record.Changed > stamp(newest.At)
		why := o.doubt
		if o.unsure && why == "" {
			why = unsureText
		}
		if why != "" {
			m.out.Doubted = append(m.out.Doubted, named(o.record, why))
		}
	}
	c := m.count()
	m.tellCount(c)
	m.short = map[*field.Kind]int{}
	if c.after > 0 && m.kn.gaps > 0 { // a whole journal names them all
		for k, n := range counts {
			m.short[k] = c.of[k.Name] - n.Whole - n.Journal - n.Copy
		}
	}
	m.lost()
	m.standIn()
	m.mendReferences()
	m.uncounted()
	for _, l := range m.ev.tables {
		n := counts[l.kind]
		for _, lost := range m.out.Lost {
			if lost.Kind == l.kind {
				n.Lost += lost.Count
			}
		}
		if *n != (app.RepairedKind{Kind: l.kind}) {
			m.out.Kinds = append(m.out.Kinds, *n)
		}
	}
	for _, list := range [][]app.LostRecord{m.out.Lost, m.out.Doubted} {
		slices.SortStableFunc(list, func(a, b app.LostRecord) int {
			return cmp.Or(m.place(a.Kind)-m.place(b.Kind), cmp.Compare(len(a.Ref), len(b.Ref)), cmp.Compare(a.Ref, b.Ref), cmp.Compare(a.ID, b.ID))
		})
	}
}

// What is said of records that are lost or may be.
const (
	unsureText = "kan ha tagits bort i en ändring som saknas"
	wholeText  = "ingen hel uppgift om den finns kvar"
)

func (m *mended) place(k *field.Kind) int {
	return slices.IndexFunc(m.ev.tables, func(l *layout) bool { return l.kind == k })
}

func named(r *field.Record, why string) app.LostRecord {
	return app.LostRecord{Kind: r.Kind, ID: r.ID, Ref: words.Line(r.Ref), Name: words.Line(r.Name()), Why: why, Count: 1}
}

// lost names what is known to have been there and isn't.
func (m *mended) lost() {
	for id, f := range m.kn.facts {
		if f.unfilled && m.records[id] == nil && m.ev.layoutOf(f.kind) != nil {
			m.lose(f.kind, id, f.name, wholeText)
		}
	}
	mentioned := map[field.ID]bool{}
	for _, ids := range m.ev.touched {
		for id := range ids {
			mentioned[id] = true
		}
	}
	for id, rows := range m.ev.rows {
		f := m.kn.facts[id]
		if m.records[id] != nil || f != nil && f.gone == "" {
			continue
		}
		i := slices.IndexFunc(rows, func(r *foundRow) bool {
			after := f == nil || r.record.Changed > f.gone // it was removed, and brought back
			return !r.sound && r.standing != pages.Dead && r.source == 0 && after
		})
		if i < 0 {
			continue
		}
		// An identity that a flipped bit made is mentioned nowhere, and its
		// reference is that of the record that it was.
		if r := rows[i].record; mentioned[id] || m.freeRef(r.Kind, r.Ref) != "" {
			m.lose(r.Kind, id, "", "det som står kvar av den går inte att lita på")
		}
	}
}

// standIn puts what every portfolio has in the place of what is lost of that.
func (m *mended) standIn() {
	for _, r := range m.needed {
		if m.records[r.ID] == nil {
			m.lose(r.Kind, r.ID, "", "programmets egna står i deras ställe")
			c := r.Clone()
			c.Created, c.Changed = m.now, m.now
			m.records[r.ID] = c
		}
	}
}

// lose puts a record among the lost, with what its damaged row says that it was
// called.
func (m *mended) lose(k *field.Kind, id field.ID, name, why string) {
	if slices.ContainsFunc(m.out.Lost, func(l app.LostRecord) bool { return l.ID == id }) {
		return
	}
	lost := app.LostRecord{Kind: k, ID: id, Name: words.Line(name), Why: why, Count: 1}
	for _, r := range m.ev.rows[id] {
		if r.record.Kind == k {
			lost.Ref = cmp.Or(lost.Ref, m.freeRef(k, r.record.Ref))
			lost.Name = cmp.Or(lost.Name, words.Line(r.record.Name()))
		}
	}
	m.out.Lost = append(m.out.Lost, lost)
	m.short[k]--
}

// freeRef is a reference that a kind's records may have and none has.
func (m *mended) freeRef(k *field.Kind, ref string) string {
	if k.Prefix == "" || !strings.HasPrefix(ref, k.Prefix+"-") || len(ref) > 20 || words.Line(ref) != ref {
		return ""
	}
	for _, r := range m.records {
		if r.Ref == ref {
			return ""
		}
	}
	return ref
}

// uncounted tells of as many more of each kind as the newest entry says that there
// were.
func (m *mended) uncounted() {
	for _, l := range m.ev.tables {
		if n := m.short[l.kind]; n > 0 {
			m.out.Lost = append(m.out.Lost, app.LostRecord{Kind: l.kind, Why: unnamed(m.out), Count: n})
		}
	}
}

// mostUncounted is more than any portfolio holds: a larger number is damage itself.
const mostUncounted = 10_000_000
