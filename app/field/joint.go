package field

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// Joint is a column that people write several fields in: "K2 R3 T1", headed KRT. It is
// no field: what is read in it are its parts.
type Joint struct {
	Kind  *Kind
	Names []string // headings that people use, the first the one that it is called by
	Parts []*Field

	part func(w World, s string) (Parted, bool)
}

// Parted is the text of each part, "" of one that isn't said, and the note with what
// reservation they were parted.
type Parted struct {
	Texts []string
	Note  string
}

// NewJoint declares a joint of fields of a kind. Part parts a text of one line; ok is
// false when it can't.
func NewJoint(k *Kind, parts []*Field, part func(s string) (p Parted, ok bool), names ...string) *Joint {
	return NewJointIn(k, parts, func(_ World, s string) (Parted, bool) { return part(s) }, names...)
}

// NewJointIn is NewJoint where the parting depends on the world, as on what day it is.
func NewJointIn(k *Kind, parts []*Field, part func(w World, s string) (p Parted, ok bool), names ...string) *Joint {
	j := &Joint{Kind: k, Names: names, Parts: parts, part: part}
	k.joints = append(k.joints, j)
	return j
}

// Joints are those of a kind.
func (k *Kind) Joints() []*Joint { return k.joints }

// Label is what the joint is called, with its parts: "KRT (Konfidentialitet, Riktighet och
// Tillgänglighet)".
func (j *Joint) Label() string { return fmt.Sprintf("%s (%s)", j.Names[0], text.And(j.Labels())) }

// Labels are those of the parts.
func (j *Joint) Labels() []string {
	var out []string
	for _, f := range j.Parts {
		out = append(out, f.Label)
	}
	return out
}

// Key names the joint to machines: the keys of its parts.
func (j *Joint) Key() string {
	var keys []string
	for _, f := range j.Parts {
		keys = append(keys, f.Key)
	}
	return strings.Join(keys, "+")
}

// Parse reads the values of the parts, nil of one that isn't said. The remark and the
// error are as those of Field.Parse.
func (j *Joint) Parse(w World, s string) (values []Value, remark string, err error) {
	if s = text.OneLine(s); s == "" {
		return nil, "", nil
	}
	p, ok := j.part(w, s)
	switch {
	case !ok && figure.Unknown(text.Key(s)):
		return nil, unknown(s), nil
	case !ok:
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” går inte att dela upp i %s.", s, text.And(j.Labels())))
	}
	values = make([]Value, len(j.Parts))
	for i, part := range p.Texts {
		v, note, err := j.Parts[i].Parse(w, part, money.Kr)
		if err != nil {
			return nil, "", err
		}
		p.Note = joined(p.Note, note)
		values[i] = v
	}
	return values, noted(p.Note, s), nil
}

// Until parts a text that says from when to when, "2025-01-01 – 2027-12-31", in its two
// days; a single day or time is the last.
func Until(s string) (Parted, bool) {
	r, err := date.Read(s)
	if err != nil {
		return Parted{}, false
	}
	p := Parted{[]string{r.From.String(), r.To.String()}, r.Note}
	switch {
	case r.Since && r.Until:
	case r.Since:
		p.Texts[1] = ""
	case r.Until:
		p.Texts[0] = ""
	default:
		p = Parted{[]string{"", r.To.String()}, joined(r.Note, "lästes som till "+r.To.String())}
	}
	return p, true
}

// During is Until where a single time, "våren 2027", is both: its first day and its last.
func During(s string) (Parted, bool) {
	if span, err := date.Parse(s); err == nil && span.From != span.To {
		return Parted{Texts: []string{span.From.String(), span.To.String()}}, true
	}
	return Until(s)
}
