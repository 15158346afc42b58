package proof_test

import (
	"fmt"
	"slices"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/management"
	"itportfoljen/app/operation"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/platform"
	"itportfoljen/app/policy"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
)

// make makes a record with what its kind can't be without, and more.
func (tr *trial) make(k *field.Kind, with map[*field.Field]field.Value) field.ID {
	tr.t.Helper()
	tr.made++
	r := field.NewRecord(k, tr.p.NewID())
	for _, f := range append(slices.Clone(k.Vital), k.Title()) {
		if with[f] == nil && f.Kept() {
			r.Put(f, tr.sample(f))
		}
	}
	if f := k.Step; f != nil && with[f] == nil {
		r.Put(f, tr.firstBut(f, ""))
	}
	for f, v := range map[*field.Field]field.Value{operation.ChangePlace.Field: "Göteborg", plan.LegDecidedOn.Field: tr.p.Today(), frame.Portfolio.Field: "core"} { // what a kind asks for that isn't vital
		if f.Kind == k {
			r.Put(f, v)
		}
	}
	for f, v := range with {
		r.Put(f, v)
	}
	tr.do(func(tx *field.Tx) error { return tx.Create(r) })
	return r.ID
}

// give gives a field a value, the one that is said or any; what is counted from other
// records gets those.
func (tr *trial) give(r field.ID, f *field.Field, value string) {
	tr.t.Helper()
	if do := tr.counted()[f]; do != nil {
		do(r)
		return
	}
	if value == "" {
		tr.put(r, f, tr.sample(f))
		return
	}
	v, err := field.Decode(f, value)
	if err != nil {
		tr.t.Fatal(err)
	}
	tr.put(r, f, v)
}

// counted are the fields that follow from other records, and what gives them a value.
func (tr *trial) counted() map[*field.Field]func(r field.ID) {
	duplicated := func(area *field.Field) func(r field.ID) {
		return func(r field.ID) {
			tr.put(r, area, "Ekonomi")
			tr.make(platform.Kind, map[*field.Field]field.Value{platform.Sort.Field: platform.Shared, platform.Common.Field: "Ekonomi", platform.State.Field: platform.Current})
		}
	}
	covered := func(by string) func(r field.ID) {
		return func(r field.ID) {
			a := tr.make(agreement.Kind, map[*field.Field]field.Value{agreement.Type.Field: by, agreement.State.Field: agreement.Signed})
			tr.make(agreement.CoverKind, map[*field.Field]field.Value{agreement.CoverOf.Field: a, agreement.Covered.Field: r})
		}
	}
	resolved := func(to string) func(r field.ID) {
		return func(r field.ID) {
			tr.do(func(tx *field.Tx) error {
				return governance.Resolve(tx, r, to, governance.Approved, governance.Step{Role: system.SystemOwner.Label})
			})
		}
	}
	return map[*field.Field]func(r field.ID){
		system.UsedBySeveral.Field: func(r field.ID) {
			for range 2 {
				tr.make(usage.Kind, map[*field.Field]field.Value{usage.Of.Field: r, usage.Unit.Field: tr.unit()})
			}
		},
		system.CostSplit.Field: func(r field.ID) {
			for _, u := range usage.Rows(tr.p, r) {
				tr.put(u.ID, usage.Share.Field, int64(50))
			}
		},
		system.Arrangements.Field: covered(agreement.Internal),
		system.Agreements.Field:   covered(agreement.Operation),
		plan.LegUnsaid.Field: func(r field.ID) {
			leg := tr.make(plan.LegKind, map[*field.Field]field.Value{plan.LegOf.Field: r, plan.LegYear.Field: int64(tr.p.Today().Year()), plan.LegAmount.Field: money.FromKronor(1)})
			tr.put(leg, plan.LegDecidedOn.Field, nil)
		},
		system.DevelopmentDecided.Field: resolved(system.Developing),
		system.PhaseOutDecided.Field:    resolved(system.PhaseOut),
		management.Current.Field: func(r field.ID) {
			tr.make(management.Kind, map[*field.Field]field.Value{management.About.Field: r, management.Year.Field: int64(tr.p.Today().Year()), management.State.Field: management.Decided})
		},
		management.OtherOwner.Field: func(r field.ID) { // another than the owner decides
			tr.put(management.About.Get(tr.p.Get(r)), system.SystemOwner.Field, []field.Holding{{Person: tr.make(org.PersonKind, nil)}})
			tr.put(r, management.Year.Field, int64(tr.p.Today().Year()))
			by := tr.make(org.PersonKind, nil)
			tr.do(func(tx *field.Tx) error {
				return governance.Move(tx, r, governance.Step{To: management.Decided, By: by})
			})
		},
		system.OtherOwner.Field: func(r field.ID) {
			tr.put(r, system.SystemOwner.Field, []field.Holding{{Person: tr.make(org.PersonKind, nil)}})
			by := tr.make(org.PersonKind, nil)
			tr.do(func(tx *field.Tx) error {
				return governance.Resolve(tx, r, system.PhaseOut, governance.Approved, governance.Step{By: by})
			})
		},
		plan.OffPlatform.Field:  func(r field.ID) { tr.put(r, plan.Deviates.Field, true) },
		plan.Duplicates.Field:   duplicated(plan.Area.Field),
		system.Duplicates.Field: duplicated(system.Category.Field),
		policy.Own.Field: func(r field.ID) {
			tr.make(policy.Kind, map[*field.Field]field.Value{policy.Unit.Field: r, policy.State.Field: policy.Published})
		},
	}
}

func stepKey(k *field.Kind) string {
	if k.Step == nil {
		return ""
	}
	return k.Step.Key
}

// firstBut is the first of a field's alternatives that isn't a certain one.
func (tr *trial) firstBut(f *field.Field, not string) string {
	all := f.Alternatives(tr.p)
	if all[0].Key == not {
		return all[1].Key
	}
	return all[0].Key
}

// person is somebody, made if there is nobody.
func (tr *trial) person() field.ID {
	if all := tr.p.All(org.PersonKind); len(all) > 0 {
		return all[0].ID
	}
	return tr.make(org.PersonKind, nil)
}

func (tr *trial) unit() field.ID {
	return tr.make(org.UnitKind, map[*field.Field]field.Value{org.UnitType.Field: org.Administration})
}

// sample is a value that a field may have.
func (tr *trial) sample(f *field.Field) field.Value {
	tr.t.Helper()
	day := tr.p.Today().AddMonths(-1)
	switch f.Type {
	case field.Text, field.LongText:
		return fmt.Sprintf("Prov %d", tr.made)
	case field.Number, field.Decimal, field.Level:
		return int64(1)
	case field.Year:
		return int64(day.Year())
	case field.Money:
		return money.FromKronor(1)
	case field.Date:
		if f.LastDay {
			return tr.p.Today().AddMonths(12)
		}
		return day
	case field.Bool:
		return true
	case field.Choice:
		return f.Alternatives(tr.p)[0].Key
	case field.Person:
		return tr.person()
	case field.Unit:
		return tr.unit()
	case field.Roles:
		return []field.Holding{{Person: tr.person(), From: day}}
	default:
		return pointer(f, tr.make(f.Targets()[0], nil))
	}
}
