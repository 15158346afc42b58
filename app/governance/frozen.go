package governance

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// Digest is the SHA-256 of what stood somewhere when it was fastställt or locked.
func Digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// Verify says whether a digest is that of what stood at an entry of the journal, which at counts
// forth and digest makes one of. What has no digest was frozen elsewhere, and isn't wrong; fits is
// false only where the two differ.
func Verify(entry int64, want string, at func(entry int64) (field.World, error), digest func(w field.World) (string, error)) (said string, fits bool, err error) {
	if entry == 0 || want == "" {
		return "har ingen summa: innehållet är inte känt", true, nil
	}
	w, err := at(entry)
	if fault.CodeOf(err) == fault.NotFound {
		return fmt.Sprintf("går inte att pröva: portföljen som den stod efter ändring %d går inte att räkna fram", entry), true, nil
	}
	if err != nil {
		return "", false, err
	}
	if is, err := digest(w); err != nil || is != want {
		return "summan stämmer inte med innehållet som det stod", false, err
	}
	return "summan stämmer", true, nil
}
