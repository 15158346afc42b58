package register

// baseOf is a view as it is kept.
func (r *Register) baseOf(string) string { return "" }
