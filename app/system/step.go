package system

import "itportfoljen/app/governance"

// A system goes through its lifecycle. Mostly that is just set; what a gate stands
// before, or somebody says something of, is written down.
func init() { governance.Goes(Kind, Lifecycle.Field, governance.Lightly) }
