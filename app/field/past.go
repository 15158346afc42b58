package field

// Past is a kind as it was in an older file: what it was called then, and the fields
// that it kept.
type Past struct {
	Kind   *Kind // as it is today
	Name   string
	Fields []PastField
}

// PastField is a field as it was.
type PastField struct {
	Key  string
	Type Type
	Of   *Field // what it is today; nil: there is none, or it keeps something else
}

// Earlier makes the kinds of an older file, by which it can be read, summed and
// written. They point at each other, as today's do, and know nothing of rules, forms
// and views. Those that aren't among them can't be pointed at.
func Earlier(list []Past) []*Kind {
	out := make([]*Kind, len(list))
	then := map[*Kind]*Kind{}
	for i, p := range list {
		k := p.Kind
		out[i] = &Kind{Name: p.Name, Plural: k.Plural, One: k.One, Many: k.Many, Neuter: k.Neuter, Prefix: k.Prefix, Yearly: k.Yearly,
			Silent: k.Silent, Answers: k.Answers, byKey: map[string]*Field{}}
		then[k] = out[i]
	}
	for i, p := range list {
		for _, f := range p.Fields {
			out[i].addPast(f, p.Kind, then)
		}
	}
	return out
}

// addPast gives a kind a field that it had; today is what the kind is now.
func (k *Kind) addPast(p PastField, today *Kind, then map[*Kind]*Kind) {
	f := &Field{Key: p.Key, Label: p.Key, Type: p.Type}
	if of := p.Of; of != nil {
		f.Label, f.Type, f.Owning, f.Gone, f.Vocabulary, f.Hidden = of.Label, of.Type, of.Owning, of.Gone, of.Vocabulary, of.Hidden
		for _, target := range of.Targets() {
			if was := then[target]; was != nil {
				f.targets = append(f.targets, was)
			}
		}
	}
	k.add(f)
	if p.Of == nil {
		return
	}
	if p.Of == today.title {
		k.title = f
	}
	for _, v := range today.Vital {
		if v == p.Of {
			k.Vital = append(k.Vital, f)
		}
	}
}
