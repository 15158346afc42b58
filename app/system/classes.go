package system

import (
	"regexp"
	"strings"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

func init() {
	field.NewJoint(Kind, []*field.Field{Confidentiality.Field, Integrity.Field, Availability.Field, Traceability.Field}, classes,
		"KRT", "krts", "krt-klassning", "krt klass", "krt-klass", "krts-klassning", "klassning", "informationsklass", "informationsklassning", "informationsklassificering", "klassificering",
		"säkerhetsklassning", "säkerhetsklass", "infoklass", "infoklassning", "klassa", "klassning krt", "informationsklassning krt", "konfidentialitet riktighet tillgänglighet")
	field.NewJoint(Kind, []*field.Field{AgreementStart, AgreementEnd}, field.Until, agreement.Times...)
}

var (
	reNamed   = regexp.MustCompile(`^(?:([a-zåäö]+)[ .:=]*([0-9])(?:$|[ ,;/|.-]+|([a-zåäö])))`)
	reLevels  = regexp.MustCompile(`^[0-9](?:[ ,;/|.-]+[0-9]){2,3}$|^[0-9]{3,4}$`)
	reLetters = regexp.MustCompile(`^([krtsc])[ /,-]*([krtsia])[ /,-]*([krtsa])(?:[ /,-]*([krts]))?[ :=]+(.*)$`)
	unclassed = regexp.MustCompile(`^(?:ej|inte|icke|o)[ -]?(?:informations)?klass(?:ad|at|ade|ning|ificerad|ificerat)?$`)
)

// aspects are what the parts of a class are called, in the order of the parts; those that
// K, R and T stand for in English too.
var aspects = []*regexp.Regexp{
	regexp.MustCompile(`^(?:k|c|konf|konfidentialitet|sekretess|confidentiality)$`),
	regexp.MustCompile(`^(?:r|i|rikt|riktighet|integritet|integrity)$`),
	regexp.MustCompile(`^(?:t|a|tillg|tillgänglighet|availability)$`),
	regexp.MustCompile(`^(?:s|spår|spårb|spårbarhet|traceability)$`),
}

// classes parts an information class as people write it: "K2 R3 T1", "2-3-1", "231",
// "K:0 R:2 T:3", "KRT 2/3/1".
func classes(s string) (field.Parted, bool) {
	k := figure.Plain(text.Key(s))
	note := ""
	if rest, in, ok := figure.CutAside(k); ok && strings.ContainsAny(rest, "0123456789") {
		k, note = rest, "utan ”"+in+"”"
	}
	if unclassed.MatchString(k) {
		return field.Parted{Note: "lästes som tomt"}, true
	}
	out := make([]string, len(aspects))
	order := []int{0, 1, 2, 3}
	if m := reLetters.FindStringSubmatch(k); m != nil {
		k = m[5]
		for i, letter := range m[1:5] {
			if order[i] = aspectOf(letter); order[i] < 0 && letter != "" {
				return field.Parted{}, false
			}
		}
	}
	if reLevels.MatchString(k) {
		i := 0
		for _, r := range k {
			if r < '0' || r > '9' {
				continue
			}
			if order[i] < 0 || out[order[i]] != "" {
				return field.Parted{}, false
			}
			out[order[i]] = string(r)
			i++
		}
		return field.Parted{Texts: out, Note: note}, true
	}
	for k != "" {
		m := reNamed.FindStringSubmatch(k)
		if m == nil {
			return field.Parted{}, false
		}
		i := aspectOf(m[1])
		if i < 0 || out[i] != "" {
			return field.Parted{}, false
		}
		out[i] = m[2]
		k = k[len(m[0])-len(m[3]):]
	}
	return field.Parted{Texts: out, Note: note}, true
}

// aspectOf is the part that a word calls by its name, -1 for none.
func aspectOf(word string) int {
	for i, re := range aspects {
		if re.MatchString(word) {
			return i
		}
	}
	return -1
}
