package agreement

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// What the agreement says of its options in words becomes options, whatever door it came by,
// when the words can be read in one way only and no options are written already. What can't is
// kept in words and told of.
func init() { field.NewSequel(writeOptions, Kind) }

// mostOptions is how many an agreement may have in words: more is a slip.
const mostOptions = 12

// How options are written: how many there are, and how long each is.
const (
	optionCount  = `(\d{1,2}|en|ett|två|tre|fyra|fem|sex)`
	optionLength = `(\d{1,3}|ett|en|två|tre|fyra|fem|sex) ?-?(månaders|månader|månad|mån|mdr|år|års)\b\.?`
	optionLead   = `(?:(?:möjlighet till|möjlighet att|rätt till|rätt att|option att|option på|option till|kan)? ?(?:förlängningsoptioner|förlängningsoption|förlängningar|förlängning|förlängas|förlänga|optionsår|optionstid|optioner|option)[: ]*(?:avtalet )?(?:på|om|med|à|a|i)? ?)`
	optionEach   = ` ?(?:vardera|var|styck|per gång|i taget|åt gången)?\.?`
)

var (
	reOptionTimes = regexp.MustCompile(`^` + optionLead + `?` + optionCount + ` ?[x×*·] ?` + optionLength + optionEach + `$`)
	reOptionMany  = regexp.MustCompile(`^` + optionLead + `?` + optionCount + ` (?:förlängningsoptioner|förlängningar|optionsperioder|optioner|option|perioder|gånger|gång) ?(?:på|om|med|à|a)? ?(?:vardera )?` + optionLength + optionEach + `$`)
	reOptionAgain = regexp.MustCompile(`^` + optionLead + `?` + optionLength + `,? ` + optionCount + ` (?:gånger|gång)\.?$`)
	reOptionSum   = regexp.MustCompile(`^` + optionLead + `?(\d{1,3}(?: ?\+ ?\d{1,3})+) ?-?(månader|månad|mån|mdr|år)\b\.?$`)
	reOptionOne   = regexp.MustCompile(`^(` + optionLead + `)?` + optionLength + `$`)
)

// optionMonths reads how long each of the options is that a text tells of: "2 × 12 mån",
// "option 1+1 år", "kan förlängas 24 månader". It is nothing when the text may mean something
// else: "2+1 år" may begin with the agreement's own time, and "2 år" may be two options.
func optionMonths(s string) []int {
	s = text.Key(s)
	times := func(n, length, unit string) []int { return slices.Repeat([]int{monthsIn(length, unit)}, number(n)) }
	var out []int
	if m := reOptionTimes.FindStringSubmatch(s); m != nil {
		out = times(m[1], m[2], m[3])
	} else if m := reOptionMany.FindStringSubmatch(s); m != nil {
		out = times(m[1], m[2], m[3])
	} else if m := reOptionAgain.FindStringSubmatch(s); m != nil {
		out = times(m[3], m[1], m[2])
	} else if m := reOptionSum.FindStringSubmatch(s); m != nil {
		out = sameLength(strings.Split(m[1], "+"), m[2])
	} else if m := reOptionOne.FindStringSubmatch(s); m != nil {
		if n := monthsIn(m[2], m[3]); m[1] != "" || n <= 12 {
			out = []int{n}
		}
	}
	if len(out) > mostOptions || slices.ContainsFunc(out, func(n int) bool { return n < 1 || n > mostMonths }) {
		return nil
	}
	return out
}

// sameLength are lengths that are added, when all are the same.
func sameLength(lengths []string, unit string) (out []int) {
	for _, l := range lengths {
		out = append(out, monthsIn(strings.TrimSpace(l), unit))
	}
	if len(slices.Compact(slices.Clone(out))) > 1 {
		return nil
	}
	return out
}

func monthsIn(length, unit string) int {
	if strings.HasPrefix(unit, "år") {
		return 12 * number(length)
	}
	return number(length)
}

// number reads a number in figures or, up to six, in letters.
func number(s string) int {
	if i := slices.Index([]string{"en", "två", "tre", "fyra", "fem", "sex"}, strings.Replace(s, "ett", "en", 1)); i >= 0 {
		return i + 1
	}
	n, _ := strconv.Atoi(s)
	return n
}

func writeOptions(tx *field.Tx) error {
	for _, id := range tx.Touched() {
		r := tx.Get(id)
		if r == nil || r.Kind != Kind || !reworded(tx, r) || len(tx.Pointing(OptionOf.Field, id)) > 0 {
			continue
		}
		for i, months := range optionMonths(OptionTerms.Get(r)) {
			o := field.NewRecord(OptionKind, tx.NewID())
			o.Put(OptionText.Field, fmt.Sprintf("Option %d", i+1)).Put(OptionOf.Field, id).Put(OptionMonths.Field, int64(months)).Put(OptionState.Field, OptionOpen)
			if err := tx.Create(o); err != nil {
				return err
			}
		}
	}
	return nil
}

// reworded says that an agreement says its options otherwise than before.
func reworded(tx *field.Tx, r *field.Record) bool {
	before := tx.Before(r.ID)
	return OptionTerms.Get(r) != "" && (before == nil || OptionTerms.Get(before) != OptionTerms.Get(r))
}
