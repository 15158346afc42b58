package recount

// same is what makes rows the same cost: its months, where it has any, count for its year.
func (c cost) same() cost {
	c.Month, c.Budget, c.Forecast, c.Actual = nil, nil, nil, nil
	return c
}

// counting are the rows of the document with the amounts that count: of a cost that stands
// both on the year and on months, the months, for budget, forecast and actual each by itself.
func (d *Document) counting() []cost {
	type has struct{ budget, forecast, actual bool }
	months := map[cost]has{}
	for _, c := range d.Costs {
		if c.Month != nil {
			h := months[c.same()]
			months[c.same()] = has{h.budget || c.Budget != nil, h.forecast || c.Forecast != nil, h.actual || c.Actual != nil}
		}
	}
	out := make([]cost, 0, len(d.Costs))
	for _, c := range d.Costs {
		if h := months[c.same()]; c.Month == nil {
			c.Budget, c.Forecast, c.Actual = unless(h.budget, c.Budget), unless(h.forecast, c.Forecast), unless(h.actual, c.Actual)
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

// expected is the forecast of a row, else its budget.
func (c cost) expected() int64 {
	if c.Forecast != nil {
		return *c.Forecast
	}
	return amount(c.Budget)
}

func amount(v *int64) int64 {
	if v == nil {
		return 0
	}
	return *v
}
