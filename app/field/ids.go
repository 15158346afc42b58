package field

// IDs is the value of records in a field that points at several; nil for none.
func IDs(records []*Record) Value {
	if len(records) == 0 {
		return nil
	}
	out := make([]ID, len(records))
	for i, r := range records {
		out[i] = r.ID
	}
	return out
}
