package field

import (
	"fmt"
	"strconv"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// The words for yes and no.
const (
	Yes = "Ja"
	No  = "Nej"
)

// yesNoType is yes or no.
type yesNoType struct{}

func (yesNoType) traits() traits {
	return traits{name: "bool", own: "Ja eller nej", word: "ja/nej", prompt: "Ja eller nej.", example: Yes, known: true, filters: true}
}

func (yesNoType) holds(v Value) bool { return is[bool](v) }

var yes = map[string]bool{"ja": true, "j": true, "x": true, "✓": true, "✔": true, "yes": true, "y": true, "true": true, "sant": true, "1": true}
var no = map[string]bool{"nej": true, "n": true, "no": true, "false": true, "falskt": true, "0": true, "-": true}

// YesNo reads a word for yes or no; ok is false when it is neither.
func YesNo(s string) (is, ok bool) {
	k := text.Key(s)
	return yes[k], yes[k] || no[k]
}

func (yesNoType) parse(_ *Field, _ World, s string, _ money.Unit) (Value, string, error) {
	if is, ok := YesNo(s); ok {
		return is, "", nil
	}
	return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är varken ja eller nej.", s))
}

func (yesNoType) decode(s string) (Value, error) { return strconv.ParseBool(s) }

func (yesNoType) show(_ *Field, _ World, v Value) string { return yesOrNo(v.(bool)) }

func (yesNoType) exact(_ *Field, _ World, v Value) string { return yesOrNo(v.(bool)) }

func (yesNoType) rank(*Field, World) func(Value) Rank {
	return func(v Value) Rank {
		if v.(bool) {
			return Rank{N: 1}
		}
		return Rank{}
	}
}

func yesOrNo(v bool) string {
	if v {
		return Yes
	}
	return No
}

// BoolField is a yes or no with its typed access.
type BoolField struct{ *Field }

// Get gives the stored value, false when empty.
func (f BoolField) Get(r *Record) bool { return get[bool](r, f.Field) }

// NewBool declares a yes or no.
func NewBool(k *Kind, key, label string, opts ...Opt) BoolField {
	return BoolField{New(k, Bool, key, label, opts...)}
}
