// Package modelling is what is done with whole styrmodeller: two are compared, a portfolio
// changes from one to another, and one is made the municipality's own.
package modelling

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Export is a model as a file that people can read and change.
func Export(m *governance.Model) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(m)
	return out.Bytes(), err
}

// Copy is a model that is anyone's to change.
func Copy(m *governance.Model) (*governance.Model, error) {
	data, err := Export(m)
	if err != nil {
		return nil, err
	}
	return governance.Read(data)
}

// own ends the key and the name of a model that the municipality has changed.
const own = "-egen"

var changed = regexp.MustCompile(`, ändrad \d{4}-\d{2}-\d{2}$`)

// Own makes a model the municipality's own, as changed on a day: "Danderyd, ändrad 2026-11-27".
func Own(m *governance.Model, on date.Date) {
	m.ID = strings.TrimSuffix(m.ID, own) + own
	m.Name = changed.ReplaceAllString(m.Name, "") + ", ändrad " + on.String()
}

// under is a world as it would be governed by another model.
type under struct {
	field.World
	model *governance.Model
}

func (u under) Model() *governance.Model { return u.model }

func (u under) Options(f *field.Field) []field.Option {
	if f.Model == "" {
		return f.Options
	}
	return u.model.Options(f.Model)
}
