package field

import (
	"fmt"
	"unicode/utf16"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// Most is how many characters a value of the field may have; 0 for fields that
// hold no text, or what the program keeps for itself.
func (f *Field) Most() int {
	if f.Hidden {
		return 0
	}
	return traitsOf[f.Type].most
}

// Tidy gives a value as the field may hold it, whichever way it came: a text of
// one line has no breaks, and none has what steers a terminal or can't be seen.
// Hidden fields are left alone.
func (f *Field) Tidy(v Value) Value {
	s, ok := v.(string)
	if !ok || f.Most() == 0 {
		return v
	}
	switch {
	case f.IsTags():
		return orNone(TagsIn(text.Lines(s)))
	case f.Multiline():
		return text.Lines(s)
	}
	return text.Line(s)
}

// Fits refuses a text that is too long, with a *fault.Error of code Invalid.
func (f *Field) Fits(v Value) error {
	s, ok := v.(string)
	most := f.Most()
	if !ok || most == 0 || len(s) <= most {
		return nil
	}
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	if n <= most {
		return nil
	}
	return fault.New(fault.Invalid, fmt.Sprintf("Texten i %s är %s tecken lång och får vara högst %s. Korta den.", f.Label, text.Count(n), text.Count(most)))
}
