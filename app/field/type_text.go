package field

import (
	"itportfoljen/app/base/link"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// How long texts may be. What a cell of Excel holds is the most that can be
// taken out and in again; it is counted in UTF-16, as Excel does.
const (
	MostLine = 500
	MostText = 32_767
)

// lineType is a text of one line, and linesType one of several.
type (
	lineType  struct{ textType }
	linesType struct{ textType }
)

func (lineType) traits() traits {
	return traits{name: "text", own: "Text, en rad", word: "text", prompt: "Text.", example: "Ett värde", most: MostLine, prose: true, words: true}
}

func (linesType) traits() traits {
	return traits{name: "long_text", own: "Text", word: "längre text", prompt: "Text, gärna flera meningar.", example: "Två rader,\nmed \"citat\"; åäö = +1",
		most: MostText, prose: true, lines: true, words: true}
}

// housed is a world that lies in a folder.
type housed interface{ Folder() string }

// textType is what the two have in common.
type textType struct{}

func (textType) holds(v Value) bool { return is[string](v) }

func (textType) parse(f *Field, w World, s string, _ money.Unit) (v Value, remark string, err error) {
	if f.normalise != nil {
		if s, err = f.normalise(s); err != nil {
			return nil, "", err
		}
	}
	if home, ok := w.(housed); ok && f.Link {
		s = link.Keep(home.Folder(), s)
	}
	if err := f.Fits(s); err != nil {
		return nil, "", err
	}
	return s, "", nil
}

func (textType) decode(s string) (Value, error) { return s, nil }

func (textType) show(_ *Field, _ World, v Value) string { return v.(string) }

func (textType) exact(_ *Field, _ World, v Value) string { return v.(string) }

func (textType) rank(*Field, World) func(Value) Rank {
	return func(v Value) Rank { return Rank{S: text.SortKey(v.(string))} }
}

// TextField is a text with its typed access; also choices: the key.
type TextField struct{ *Field }

// Get gives the stored value, "" when empty.
func (f TextField) Get(r *Record) string { return get[string](r, f.Field) }

// NewText declares a one-line text.
func NewText(k *Kind, key, label string, opts ...Opt) TextField {
	return TextField{New(k, Text, key, label, opts...)}
}

// NewLongText declares a text of several lines.
func NewLongText(k *Kind, key, label string, opts ...Opt) TextField {
	return TextField{New(k, LongText, key, label, opts...)}
}
