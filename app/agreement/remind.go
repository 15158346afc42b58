package agreement

import (
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// What must be done about an agreement. Notice must be given within three months, and
// is too late or unknown when it ends within six: or as long before as it says.
var (
	giveNotice    = field.Reminder{Rule: "notice", Text: "Säg upp eller förläng avtalet", Field: NoticeBy.Field, Weight: 130}
	ending        = field.Reminder{Rule: "ending", Text: "Avtalet löper ut", Field: End.Field, Weight: 130}
	ended         = field.Reminder{Rule: "ended", Text: "Avtalet har löpt ut – förnya eller avsluta", Field: End.Field, Badge: "passerat", Tone: field.Bad, Gathered: true, Weight: 90}
	unknownNotice = field.Reminder{Rule: "notice-unknown", Text: "Avtal saknar uppsägningstid – ta reda på den", Field: NoticeMonths.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Unknown: true, Weight: 70}
	unknownLength = field.Reminder{Rule: "renewal-unknown", Text: "Avtal förlängs av sig självt utan att säga hur länge – ta reda på det", Field: RenewalMonths.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Unknown: true, Weight: 70}
	unknownEnd    = field.Reminder{Rule: "end-unknown", Text: "Uppsagt avtal saknar slutdag – ta reda på när det upphör", Field: End.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Unknown: true, Weight: 70}
	notGiven      = field.Reminder{Rule: "notice-state", Text: "Avtal har dagen för uppsägning men räknas som om de gäller – säg upp, eller ta bort dagen", Field: NoticeOn.Field, Badge: "rätta", Tone: field.Warn, Gathered: true, Weight: 75}
	freed         = field.Reminder{Rule: "binding", Text: "Bindningstiden går ut – se över avtalet", Field: BoundUntil.Field, Weight: 120}
	useOption     = field.Reminder{Rule: "option", Text: "Utnyttja eller avböj optionen", Field: OptionBy.Field, Weight: 130}
	unknownOption = field.Reminder{Rule: "option-unknown", Text: "Option saknar dag – ta reda på när den senast ska utnyttjas", Field: OptionBy.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Unknown: true, Weight: 70}
	unreadOptions = field.Reminder{Rule: "option-text", Text: "Optioner står bara i ord – skriv dem som rader", Field: OptionTerms.Field, Badge: "i ord", Gathered: true, Weight: 15}
	followUp      = field.Reminder{Rule: "agreement-review", Text: "Följ upp avtalet", Field: NextReview.Field, Weight: 60}
	overspent     = field.Reminder{Rule: "ceiling", Text: "Mer har köpts än avtalets tak – se över det", Field: Used.Field, Badge: "över taket", Tone: field.Bad, Gathered: true, Weight: 80}
	supplierGone  = field.Reminder{Rule: "supplier-gone", Text: "Leverantören är arkiverad – välj en annan, eller avsluta avtalet", Field: Supplier.Field, Badge: "arkiverad", Tone: field.Warn, Gathered: true, Weight: 42}
	shares        = field.Reminder{Rule: "shares", Text: "Andelarna i avtalet blir inte 100 % – fyll på", Field: Things.Field, Badge: "saknas", Gathered: true, Weight: 10}
)

func init() { Kind.Remind = remind }

// remind speaks of agreements in force that cover something in use, or nothing that is
// known.
func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if !InForce(r) {
		return
	}
	covered := CoveredBy(w, r.ID)
	if len(covered) > 0 && !slices.ContainsFunc(covered, func(t *field.Record) bool { return field.InUse(w, t) }) {
		return
	}
	tell := func(m field.Reminder) {
		m.Subject = Called(r, covered)
		say(m)
	}
	if Shares.Short(w, r.ID) {
		tell(shares)
	}
	if s := w.Get(Supplier.Get(r)); s != nil && !field.InUse(w, s) {
		tell(supplierGone)
	}
	if !Bound(r) && !NoticeOn.Get(r).IsZero() {
		tell(notGiven)
	}
	remindOfDays(w, r, tell)
	remindOfOption(w, r, tell)
	if due := reviewDue(w, r); !due.IsZero() {
		tell(followUp.Within(1, due))
	}
	if overCeiling(w, r) {
		tell(overspent)
	}
}

// remindOfDays tells of the end, and of the last day to give notice.
func remindOfDays(w field.World, r *field.Record, tell func(field.Reminder)) {
	today := w.Today()
	end, notice, renewals := goesOn(r, today)
	switch {
	case end.IsZero() && !End.Get(r).IsZero():
		tell(unknownLength)
	case end.IsZero() && Bound(r):
		tell(unknownEnd)
	case end.IsZero():
		bindingEnds(r, today, tell)
	case end < today:
		tell(ended.On(end))
	case Bound(r) || stops(r, renewals):
		tell(ends(r, end, renewals))
	case notice.IsZero():
		tell(unknownNotice)
		tell(ends(r, end, renewals))
	case notice < today:
		tell(ends(r, end, renewals))
	default:
		tell(giveNotice.Within(lead(r, 3), notice))
		m := ends(r, end, renewals)
		m.Quiet = true
		tell(m)
	}
}

// lead is how many months before a day an agreement wants to be told of it.
func lead(r *field.Record, usual int) int {
	if n, said := r.Get(LeadMonths.Field).(int64); said {
		return int(n)
	}
	return usual
}

// remindOfOption tells of the next option and its day, or that nobody knows it.
func remindOfOption(w field.World, r *field.Record, tell func(field.Reminder)) {
	if OptionTerms.Get(r) != "" && len(w.Pointing(OptionOf.Field, r.ID)) == 0 && !Bound(r) {
		tell(unreadOptions)
	}
	o := NextOption(w, r)
	if o == nil {
		return
	}
	if day := optionDay(w, r, o); day.IsZero() {
		tell(unknownOption)
	} else {
		tell(useOption.Within(lead(r, 3), day))
	}
}

// bindingEnds tells of an agreement that runs on and may be left from a day, when notice
// can be given for it.
func bindingEnds(r *field.Record, today date.Date, tell func(field.Reminder)) {
	months := int(NoticeMonths.Get(r))
	day := BoundUntil.Get(r).AddMonths(-months)
	if day < today {
		return
	}
	m := freed.Within(lead(r, 3), day)
	if months > 0 {
		m.Text = "Sista dag att säga upp till bindningstidens slut – se över avtalet"
	}
	tell(m)
}

// ends tells of an agreement's end, when nobody may be able to give notice of it any
// more something to do.
func ends(r *field.Record, end date.Date, renewals int) field.Reminder {
	m := ending.Within(max(lead(r, 6), 6), end)
	left, known := monthsLeft(r, renewals)
	switch {
	case Bound(r):
		m.Text = "Det uppsagda avtalet löper ut"
	case renewsItself(r) && (left > 0 || !known):
		m.Text = "Avtalet förlängs av sig självt"
	}
	return m
}

// Called names an agreement by the things that it covers, of many by the first two; without any
// it goes by its own name.
func Called(r *field.Record, covered []*field.Record) string {
	var names []string
	for _, t := range covered {
		names = append(names, t.Name())
	}
	switch n := len(names); {
	case n == 0:
		return r.Name()
	case n > 3:
		k := covered[0].Kind
		return strings.Join(names[:2], ", ") + " och " + text.Plural(n-2, k.One, k.Many) + " till"
	}
	return strings.Join(names, ", ")
}
