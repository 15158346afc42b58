package economy

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// setYearly makes the year's amount v: in the row that has it, in the only row
// of the year and type, or in a new one. A sum of several rows can't be set, nor one
// that stands on months.
func setYearly(w field.World, r *field.Record, year int, typ string, amount field.MoneyField, v field.Value) ([]field.Change, error) {
	var rows, having []*field.Record
	several, monthly := 0, 0
	for _, c := range Rows(w, r.ID) {
		if CostYear.Get(c) != int64(year) || CostType.Get(c) != typ {
			continue
		}
		several++
		has := c.Get(amount.Field) != nil
		if Month(c) != 0 {
			if has {
				monthly++
			}
			continue
		}
		rows = append(rows, c)
		if has {
			having = append(having, c)
		}
	}
	switch {
	case monthly > 0:
	case len(having) == 0 && field.IsEmpty(v):
		return nil, nil
	case len(having) == 1:
		return amount.Assign(w, having[0], 0, v)
	case len(rows) == 1:
		return amount.Assign(w, rows[0], 0, v)
	case len(rows) == 0:
		c := field.NewRecord(CostKind, w.NewID())
		c.Put(CostOwner.Field, r.ID).Put(CostYear.Field, int64(year)).Put(CostType.Field, typ).Put(amount.Field, v)
		return []field.Change{{Op: field.Create, Kind: CostKind, ID: c.ID, Record: c}}, nil
	}
	if now, ok := Sum(w, r.ID, year, typ, amount); ok && field.Equal(now, v) {
		return nil, nil
	}
	return nil, fault.New(fault.Conflict, fmt.Sprintf("Kostnaden %d är delad på %s och kan inte skrivas som ett belopp. Inget har ändrats. Ändra raderna var för sig.", year, text.Plural(several, "rad", "rader")))
}
