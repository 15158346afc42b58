package recount

// same is what makes rows the same cost: its months, where it has any, count for its year.
func (c cost) same() cost {
	c.Month, c.Budget, c.Forecast, c.Actual = nil, nil, nil, nil
	c.Funding, c.Payers = "", ""
	return c
}

// has says which amounts some rows have.
type has struct{ budget, forecast, actual bool }

func (h *has) add(c cost) {
	h.budget, h.forecast, h.actual = h.budget || c.Budget != nil, h.forecast || c.Forecast != nil, h.actual || c.Actual != nil
}

// counting are the rows of the document with the amounts that count: of a cost that stands
// both on the year and on months, the months, for budget, forecast and actual each by itself.
func (d *Document) counting() []cost {
	months, years := map[cost]*has{}, map[cost]*has{}
	for _, c := range d.Costs {
		on := years
		if c.Month != nil {
			on = months
		}
		if on[c.same()] == nil {
			on[c.same()] = &has{}
		}
		on[c.same()].add(c)
	}
	out := make([]cost, 0, len(d.Costs))
	for _, c := range d.Costs {
		m, y := months[c.same()], years[c.same()]
		if m != nil && y != nil {
			// The forecast, wherever it stands, is what is expected; else the budget is.
			onMonths := m.forecast || !y.forecast && m.budget
			c.left = onMonths != (c.Month != nil)
			c.hope = c.Forecast
			if c.hope == nil {
				c.hope = c.Budget
			}
			if c.Month == nil {
				c.Budget, c.Forecast, c.Actual = unless(m.budget, c.Budget), unless(m.forecast, c.Forecast), unless(m.actual, c.Actual)
			}
		}
		out = append(out, c)
	}
	return out
}

func unless(so bool, v *int64) *int64 {
	if so {
		return nil
	}
	return v
}

// expected is the forecast of a row, else its budget; nil where it has neither, or where the cost
// stands both on the year and on months, and what is expected of it on the other.
func (c cost) expected() *int64 {
	switch {
	case c.left:
		return nil
	case c.hope != nil:
		return c.hope
	case c.Forecast != nil:
		return c.Forecast
	}
	return c.Budget
}

func amount(v *int64) int64 {
	if v == nil {
		return 0
	}
	return *v
}
