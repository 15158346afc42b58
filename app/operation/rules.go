package operation

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

func init() {
	for _, k := range []*field.Kind{VersionKind, TestKind, TrainingKind, ChangeKind, ItemKind} {
		k.Identity = []*field.Field{k.Owner(), k.Title()}
		k.Vital = k.Identity
		k.Within = system.Operation
	}
	TrainingKind.Identity = append(TrainingKind.Identity, TrainingUnit.Field)
	ChangeKind.Identity = append(ChangeKind.Identity, ChangeOn.Field)
	VersionKind.Columns = []*field.Field{VersionNumber.Field, VersionState.Field, VersionFrom.Field, VersionEnvironment.Field, VersionUndisturbed.Field, VersionVerifier.Field,
		VersionFunction.Field, VersionWorks.Field, VersionApprover.Field, VersionLaunch.Field, VersionHanded.Field, VersionNotes.Field}
	TestKind.Columns = []*field.Field{TestName.Field, TestEnvironment.Field, TestFrom.Field, TestTo.Field, TestTerms.Field, TestLead.Field, TestOutcome.Field}
	TrainingKind.Columns = []*field.Field{TrainingName.Field, TrainingUnit.Field, TrainingPlanned.Field, TrainingDone.Field, TrainingTrained.Field, TrainingOfHow.Field, TrainingMaterial.Field}
	ChangeKind.Columns = []*field.Field{ChangeReason.Field, ChangeState.Field, ChangeOn.Field, ChangeHosting.Field, ChangePlace.Field, ChangeManager.Field, ChangeNotedOn.Field, ChangeNotedBy.Field, ChangeWas.Field}
	ItemKind.Columns = []*field.Field{ItemText.Field, ItemDone.Field, ItemBy.Field, ItemNote.Field}
	VersionKind.InUse = func(_ field.World, r *field.Record) bool { return VersionState.Get(r) == VersionRuns }
	VersionKind.Over = func(_ field.World, r *field.Record) bool { return VersionState.Get(r) == VersionReplaced }
	ChangeKind.Over = func(_ field.World, r *field.Record) bool { return ChangeState.Get(r) != ChangePlanned }
	VersionKind.Check = checkVersion
	TestKind.Check = owned(checkTest)
	TrainingKind.Check = owned(checkTraining)
	ChangeKind.Check = owned(checkChange)
	ItemKind.Check = owned(nil)
}

// owned holds that a record says which system it is of, and then what else there is.
func owned(more func(before, r *field.Record) error) func(w field.World, before, r *field.Record) error {
	return func(_ field.World, before, r *field.Record) error {
		switch {
		case r == nil:
			return nil
		case r.Owner() == "":
			return fault.New(fault.Invalid, fmt.Sprintf("%s säger inte vilket system det gäller. Inget har ändrats. Fyll i System.", r.Name()))
		case more == nil:
			return nil
		}
		return more(before, r)
	}
}

// checkVersion holds that a system has one version of a number.
func checkVersion(w field.World, before, r *field.Record) error {
	if err := owned(nil)(w, before, r); err != nil || r == nil {
		return err
	}
	of, number := VersionOf.Get(r), text.Key(VersionNumber.Get(r))
	if before != nil && VersionOf.Get(before) == of && text.Key(VersionNumber.Get(before)) == number {
		return nil
	}
	for _, other := range w.Pointing(VersionOf.Field, of) {
		if other.ID != r.ID && text.Key(VersionNumber.Get(other)) == number {
			return fault.New(fault.Conflict, fmt.Sprintf("%s har redan en version %s (%s). Inget har ändrats. Ändra den, eller skriv ett annat nummer.", w.Label(of), text.OneLine(VersionNumber.Get(r)), other.Ref))
		}
	}
	return nil
}

func checkTest(_, r *field.Record) error {
	from, to := TestFrom.Get(r), TestTo.Get(r)
	if from.IsZero() || to.IsZero() || to >= from {
		return nil
	}
	return fault.New(fault.Invalid, fmt.Sprintf("%s slutar %s, före dagen då testet börjar, %s. Inget har ändrats. Rätta den ena.", r.Name(), to, from))
}

// checkTraining holds that no more have been trained than were to be.
func checkTraining(_, r *field.Record) error {
	trained, some := r.Get(TrainingTrained.Field).(int64)
	all, said := r.Get(TrainingOfHow.Field).(int64)
	if some && said && trained > all {
		return fault.New(fault.Invalid, fmt.Sprintf("%s: %d har gått av %d som skulle gå. Inget har ändrats. Rätta det ena talet.", r.Name(), trained, all))
	}
	return nil
}

// checkChange holds that what was carried out stays as it was: another change follows it.
func checkChange(before, r *field.Record) error {
	if before == nil || ChangeState.Get(before) != CarriedOut {
		return nil
	}
	for _, f := range []*field.Field{ChangeHosting.Field, ChangePlace.Field, ChangeManager.Field} {
		if !field.Equal(before.Get(f), r.Get(f)) {
			return fault.New(fault.Conflict, fmt.Sprintf("%s är genomförd och går inte att skriva om. Inget har ändrats. Lägg till en ny driftändring, eller ångra.", r.Name()))
		}
	}
	return nil
}
