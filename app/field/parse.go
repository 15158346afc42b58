package field

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"itportfoljen/app/date"
	"itportfoljen/app/fault"
	"itportfoljen/app/money"
	"itportfoljen/app/text"
)

// Parse reads what a person typed into a field that holds no references.
// Bare amounts are in unit bare. The remark, when there is one, says in
// Swedish what was taken away in the reading, so that nothing is lost in
// silence ("ca 40" becomes 40). Errors are *fault.Error of code Invalid, with
// no value.
func (f *Field) Parse(w World, s string, bare money.Unit) (v Value, remark string, err error) {
	if f.Type != LongText {
		s = text.OneLine(s)
	} else {
		s = strings.TrimSpace(text.Lines(s))
	}
	if s == "" {
		return nil, "", nil
	}
	switch f.Type {
	case Text, LongText:
		if f.normalise != nil {
			if s, err = f.normalise(s); err != nil {
				return nil, "", err
			}
		}
		if err := f.Fits(s); err != nil {
			return nil, "", err
		}
		return s, "", nil
	case Number:
		return parseNumber(s)
	case Money:
		amount, err := money.Parse(s, bare)
		if err != nil {
			return nil, "", err
		}
		return amount, "", nil
	case Date:
		span, err := date.Parse(s)
		if err != nil {
			return nil, "", err
		}
		if f.LastDay {
			return span.To, "", nil
		}
		return span.From, "", nil
	case Year:
		return parseYear(s)
	case Bool:
		return parseBool(s)
	case Choice:
		return f.parseChoice(w, s)
	case Level:
		return f.parseLevel(w, s)
	}
	return nil, "", fault.New(fault.Internal, "Fältet "+f.Label+" kan inte läsas som text.")
}

func parseNumber(s string) (Value, string, error) {
	t := text.Key(s)
	rest, approx := t, false
	for _, p := range []string{"ca.", "ca", "cirka", "c:a", "ungefär", "~", "≈"} {
		if after, ok := strings.CutPrefix(t, p); ok {
			rest, approx = strings.TrimSpace(after), true
			break
		}
	}
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, " st"), " st.")
	o, err := money.Parse(rest, money.Kr)
	if err != nil || o%100 != 0 {
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte ett heltal. Skriv till exempel 40.", s))
	}
	if approx {
		return int64(o / 100), "ungefärligt: " + s, nil
	}
	return int64(o / 100), "", nil
}

func parseYear(s string) (Value, string, error) {
	n, err := strconv.ParseInt(strings.TrimSuffix(s, ".0"), 10, 64)
	if err == nil && n == 9999 {
		return nil, "9999 lästes som inget år", nil
	}
	if err != nil || n < 1950 || n > 2199 {
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte ett årtal. Skriv till exempel 2027.", s))
	}
	return n, "", nil
}

var yes = map[string]bool{"ja": true, "j": true, "x": true, "✓": true, "✔": true, "yes": true, "y": true, "true": true, "sant": true, "1": true}
var no = map[string]bool{"nej": true, "n": true, "no": true, "false": true, "falskt": true, "0": true, "-": true}

func parseBool(s string) (Value, string, error) {
	k := text.Key(s)
	switch {
	case yes[k]:
		return true, "", nil
	case no[k]:
		return false, "", nil
	}
	return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är varken ja eller nej.", s))
}

// parseChoice takes a label, key or synonym in any case, after a list mark
// such as "c)" or not; a text that begins with an alternative's word is taken
// too when the rest is a gloss after a dash, colon, parenthesis or bracket.
func (f *Field) parseChoice(w World, s string) (Value, string, error) {
	k := text.Fold(s)
	opts := f.Alternatives(w)
	for _, o := range opts {
		if optionIs(o, k) {
			return o.Key, "", nil
		}
	}
	for _, word := range bareWords(k) {
		for _, o := range opts {
			if optionIs(o, word) {
				return o.Key, "lästes som ”" + o.Label + "”: " + s, nil
			}
		}
	}
	labels := make([]string, 0, len(opts))
	for _, o := range opts {
		labels = append(labels, o.Label)
	}
	return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget av alternativen: %s.", s, strings.Join(labels, ", ")))
}

var (
	listMark = regexp.MustCompile(`^[a-z0-9]{1,2}[).]\s+`)
	gloss    = regexp.MustCompile(`\s*[(\[:]|\s+-+\s+`)
)

// bareWords gives a folded text without its list mark, and then without the
// gloss after it.
func bareWords(folded string) []string {
	s := listMark.ReplaceAllString(folded, "")
	var out []string
	if s != folded {
		out = append(out, s)
	}
	if at := gloss.FindStringIndex(s); at != nil && at[0] > 0 {
		out = append(out, s[:at[0]])
	}
	return out
}

func optionIs(o Option, folded string) bool {
	if text.Fold(o.Key) == folded || text.Fold(o.Label) == folded {
		return true
	}
	for _, s := range o.Synonyms {
		if text.Fold(s) == folded {
			return true
		}
	}
	return false
}

// parseLevel takes "3", "3 (allvarlig)", "K3" or the level's word. What else
// stands there is told in the remark.
func (f *Field) parseLevel(w World, s string) (Value, string, error) {
	opts := f.Alternatives(w)
	k := text.Fold(s)
	digits := firstNumber(s)
	for _, o := range opts {
		if o.Key != digits && (digits != "" || !optionIs(o, k)) {
			continue
		}
		n, err := strconv.ParseInt(o.Key, 10, 64)
		if err != nil {
			return nil, "", fault.Wrap(fault.Internal, "Nivåerna för "+f.Label+" är inte tal. Inget har ändrats.", err)
		}
		if digits == "" || saysLevel(o, k) {
			return n, "", nil
		}
		return n, "lästes som ”" + o.Label + "”: " + s, nil
	}
	labels := make([]string, 0, len(opts))
	for _, o := range opts {
		labels = append(labels, o.Label)
	}
	return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen nivå. Skriv något av %s.", s, strings.Join(labels, ", ")))
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// firstNumber is the first run of digits in s, with a minus that stands
// before it.
func firstNumber(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !notDigit(r) })
	if i < 0 {
		return ""
	}
	minus := ""
	if before := strings.TrimSpace(s[:i]); before == "-" || before == "−" {
		minus = "-"
	}
	s = s[i:]
	if j := strings.IndexFunc(s, notDigit); j > 0 {
		s = s[:j]
	}
	return minus + s
}

// saysLevel says whether a folded text is nothing but the level's number, at
// most after the aspect's letter, and words from its label.
func saysLevel(o Option, folded string) bool {
	label := " " + text.Fold(o.Label) + " "
	for _, word := range strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && notDigit(r) }) {
		if strings.Contains(label, " "+word+" ") {
			continue
		}
		if letter := strings.TrimSuffix(word, o.Key); len(letter) != 1 || !notDigit(rune(letter[0])) {
			return false
		}
	}
	return true
}
