package agreement

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/deadline"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// OptionKind is a right to make an agreement go on for some months: it is used by saying
// so in time, and not by itself.
var OptionKind = field.NewKind(field.Kind{Name: "agreement_option", Plural: "agreement_options", One: "option", Many: "optioner", Also: []string{"förlängning", "förlänga avtal", "förlängningsoption"},
	Sheet: "Optioner", Icon: "calendar", Repeats: true})

// The states of an option.
const (
	OptionOpen     = "open"
	OptionUsed     = "used"
	OptionDeclined = "declined"
	OptionLapsed   = "lapsed"
)

// The fields of an option.
var (
	OptionText   = field.NewText(OptionKind, "text", "Option", field.Help("Vad den ger, till exempel första förlängningen."), field.Also("option", "benämning", "avser"))
	OptionOf     = field.NewRef(OptionKind, "agreement", "Avtal", field.Owning, field.To(Kind), field.Required(""), field.Listed, field.Also("avtal", "agreement"))
	OptionMonths = field.NewNumber(OptionKind, "months", "Månader", field.Listed, field.Months, field.Between(1, mostMonths), field.Help("Hur länge avtalet går vidare när den utnyttjas."), field.Also("månader", "längd", "förlängning", "antal månader", "months"))
	OptionBefore = field.NewNumber(OptionKind, "months_before", "Månader före slutet", field.Months, field.Between(0, mostMonths), field.Help("Hur långt före avtalets slut den senast ska utnyttjas, när dagen inte står."), field.Also("månader före slutet", "månader före", "påkallas månader före"))
	OptionDay    = field.NewDate(OptionKind, "use_by", "Utnyttjas senast", field.Listed, field.Width(14), field.Also("utnyttjas senast", "senast", "påkallas senast", "sista dag", "ska utnyttjas senast"))
	OptionState  = field.NewChoice(OptionKind, "state", "Läge", field.First, field.Listed, field.Width(13), field.Of(
		field.Option{Key: OptionOpen, Label: "Outnyttjad", Synonyms: []string{"kvar", "öppen", "ej utnyttjad", "inte utnyttjad"}, Tone: field.Accent},
		field.Option{Key: OptionUsed, Label: "Utnyttjad", Synonyms: []string{"påkallad", "ja", "använd"}, Tone: field.Good},
		field.Option{Key: OptionDeclined, Label: "Avböjd", Synonyms: []string{"avstått", "nej", "utnyttjas inte"}, Tone: field.Quiet},
		field.Option{Key: OptionLapsed, Label: "Förfallen", Synonyms: []string{"utgången", "missad"}, Tone: field.Quiet},
	), field.Also("läge", "status", "state"))
	OptionOn = field.NewDate(OptionKind, "used_on", "Utnyttjad den", field.Listed, field.Width(13), field.Also("utnyttjad den", "påkallad den", "datum"))
)

func init() {
	OptionKind.Identity = []*field.Field{OptionOf.Field, OptionText.Field, OptionMonths.Field, OptionDay.Field}
	OptionKind.Vital = []*field.Field{OptionOf.Field, OptionMonths.Field}
	OptionKind.Columns = []*field.Field{OptionText.Field, OptionMonths.Field, OptionDay.Field, OptionBefore.Field, OptionState.Field, OptionOn.Field}
	OptionKind.Caption = func(*field.Record) string { return OptionKind.One }
	OptionKind.Check = checkOption
}

func checkOption(w field.World, _, r *field.Record) error {
	if r == nil {
		return nil
	}
	a, day := w.Get(OptionOf.Get(r)), OptionDay.Get(r)
	switch {
	case OptionOf.Get(r) == "":
		return fault.New(fault.Invalid, "En option måste säga vilket avtal den hör till. Inget har ändrats. Fyll i avtalet.")
	case a != nil && day != 0 && day < Start.Get(a):
		return fault.New(fault.Invalid, fmt.Sprintf("Optionen kan inte utnyttjas senast %s, innan %s börjar, %s. Inget har ändrats. Rätta den ena dagen.", day, a.Name(), Start.Get(a)))
	}
	return nil
}

func options() []*field.Kind { return []*field.Kind{OptionKind} }

// Options are an agreement's options that are left, in the order in which they are used:
// by their days, those without one last.
func Options(w field.World, agreement field.ID) (left []*field.Record) {
	for _, o := range w.Pointing(OptionOf.Field, agreement) {
		if s := OptionState.Get(o); s == OptionOpen || s == "" {
			left = append(left, o)
		}
	}
	slices.SortStableFunc(left, func(a, b *field.Record) int { return compareTurns(OptionDay.Get(a), OptionDay.Get(b)) })
	return left
}

// NextOption is the option of an agreement to be used next; nil when none is left, or
// notice has been given.
func NextOption(w field.World, r *field.Record) *field.Record {
	if left := Options(w, r.ID); len(left) > 0 && !Bound(r) {
		return left[0]
	}
	return nil
}

// optionDay is the last day to use an agreement's next option: the one that it says or, when it
// says how long before the end, that of the end in force. Zero when nobody knows.
func optionDay(w field.World, r, o *field.Record) date.Date {
	if day := OptionDay.Get(o); !day.IsZero() {
		return day
	}
	months, said := o.Get(OptionBefore.Field).(int64)
	if end, _ := Dates(r, w.Today()); said {
		return end.AddMonths(-int(months))
	}
	return 0
}

func optionBy(w field.World, r *field.Record) field.Value {
	if o := NextOption(w, r); o != nil {
		return optionDay(w, r, o)
	}
	return nil
}

func optionUnknown(w field.World, r *field.Record) string {
	if o := NextOption(w, r); o != nil && optionDay(w, r, o).IsZero() {
		return "dag saknas"
	}
	return ""
}

// longest is the end with all that is left to go on by, when all of it is known and has a limit.
func longest(w field.World, r *field.Record) field.Value {
	end, _, renewals := goesOn(r, w.Today())
	months, known := monthsLeft(r, renewals)
	if end.IsZero() || !known {
		return nil
	}
	end = deadline.Later(end, months)
	if Bound(r) {
		return end
	}
	for _, o := range Options(w, r.ID) {
		months := OptionMonths.Get(o)
		if months <= 0 {
			return nil
		}
		end = deadline.Later(end, int(months))
	}
	return end
}

// UseOption uses an option of an agreement, which then ends so many months later. Faults:
// NotFound, Conflict (it is used, comes after another, is too late, or notice has been
// given), Invalid (its months or the end aren't known).
func UseOption(tx *field.Tx, option field.ID, on date.Date) error {
	o := tx.Get(option)
	if o == nil {
		return fault.New(fault.NotFound, "Optionen finns inte längre. Inget har ändrats.")
	}
	r := tx.Get(OptionOf.Get(o))
	on = cmp.Or(on, tx.Today())
	if err := mayUse(tx, r, o, on); err != nil {
		return err
	}
	end, _, renewals := goesOn(r, on)
	if err := lengthen(tx, r, deadline.Later(end, int(OptionMonths.Get(o))), renewals); err != nil {
		return err
	}
	if err := tx.Set(option, OptionState.Field, OptionUsed); err != nil {
		return err
	}
	return tx.Set(option, OptionOn.Field, on)
}

// mayUse says why an option can't be used on a day.
func mayUse(tx *field.Tx, r, o *field.Record, on date.Date) error {
	end, _ := Dates(r, on)
	next := NextOption(tx, r)
	switch {
	case Bound(r):
		return isBound(tx, r)
	case next == nil || OptionState.Get(o) != OptionOpen && OptionState.Get(o) != "":
		return fault.New(fault.Conflict, fmt.Sprintf("Optionen i %s är %s. Inget har ändrats. Välj en annan, eller ändra läget.", r.Name(), text.Lower(OptionState.Show(tx, OptionState.Get(o)))))
	case next.ID != o.ID:
		return fault.New(fault.Conflict, fmt.Sprintf("%s har en option som kommer före. Inget har ändrats. Utnyttja eller avböj den först.", r.Name()))
	case OptionMonths.Get(o) <= 0:
		return fault.New(fault.Invalid, fmt.Sprintf("Optionen i %s säger inte hur många månader den ger. Inget har ändrats. Fyll i dem först.", r.Name()))
	case end.IsZero():
		return fault.New(fault.Invalid, fmt.Sprintf("%s har ingen känd slutdag att förlänga från. Inget har ändrats. Fyll i Avtal till först.", r.Name()))
	}
	if by := optionDay(tx, r, o); !by.IsZero() && on > by {
		return fault.New(fault.Conflict, fmt.Sprintf("Optionen i %s skulle ha utnyttjats senast %s. Inget har ändrats. Skriv dagen då det gjordes, rätta optionens dag, eller teckna ett nytt avtal.", r.Name(), by))
	}
	return nil
}

// UseNext uses the option of an agreement that is next. Faults: Conflict when none is left,
// and those of UseOption.
func UseNext(tx *field.Tx, agreement field.ID, on date.Date) error {
	r := tx.Get(agreement)
	if r == nil {
		return errGone
	}
	if o := NextOption(tx, r); o != nil {
		return UseOption(tx, o.ID, on)
	}
	if Bound(r) {
		return isBound(tx, r)
	}
	return fault.New(fault.Conflict, fmt.Sprintf("%s har ingen outnyttjad option. Inget har ändrats. Lägg till den under Optioner i avtalet först.", r.Name()))
}
