package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

const (
	damagedText     = "Portföljen ”%s” är skadad och kan inte läsas i sin helhet. Inget har ändrats. Återställ den senaste säkerhetskopian; spara den skadade filen tills det är gjort."
	unreadableText  = "”%s” är inte en IT-portfölj. Filen är orörd. Välj en fil som har sparats av IT-portföljen, eller importera filen om den är en lista från Excel."
	diskFullText    = "Det finns inte plats på disken för ”%s”. Ändringen är inte sparad, men inget annat har gått förlorat. Frigör utrymme och försök igen."
	lockedText      = "Portföljen ”%s” används just nu av ett annat program. Inget har ändrats. Vänta en stund och försök igen."
	readOnlyText    = "Portföljen ”%s” kan bara läsas. Inget har ändrats. Spara en kopia där du får skriva, eller be om skrivrättighet."
	deviceText      = "Disken eller nätverket svarade inte när ”%s” skulle läsas eller sparas. Ändringen är inte sparad. Kontrollera anslutningen och försök igen."
	unavailableText = "”%s” gick inte att öppna. Inget har ändrats. Kontrollera att filen finns och att du har behörighet till mappen."
	unclosedText    = "Allt är sparat, men portföljen ”%s” gick inte att stänga som den ska. Kontrollera anslutningen och öppna portföljen igen."
	foreignText     = "Portföljen ”%s” innehåller något som IT-portföljen aldrig skriver, så den har ändrats av ett annat program. Filen är orörd. Öppna en säkerhetskopia i stället, och fråga den som filen kommer från."
	goneText        = "Filen ”%s” finns inte längre där den låg. Inget har sparats, men det som visas finns kvar. Välj Arkiv → Spara en kopia."
	replacedText    = "Filen ”%s” har bytts mot en annan av ett annat program. Inget har sparats, men det som visas finns kvar. Välj Arkiv → Spara en kopia."
	overwrittenText = "Filen ”%s” har skrivits över av ett annat program medan den var öppen. Det senaste är inte sparat, men det som visas finns kvar. Välj Arkiv → Spara en kopia innan du stänger: i filen finns något annat."
	referenceText   = "Något som ändringen pekar på finns inte, eller det som skulle tas bort används fortfarande. Inget har ändrats. Öppna portföljen på nytt och försök igen."
	duplicateText   = "Det som skulle läggas till finns redan. Inget har ändrats. Öppna portföljen på nytt och försök igen."
	canceledText    = "Avbrutet. Inget har ändrats."
	tooLargeText    = "Ett värde är för stort för att sparas i ”%s”. Inget har ändrats. Korta det och försök igen."
	internalText    = "Något gick fel i ”%s”. Inget har ändrats. Försök igen."
)

// explain makes a fault of what SQLite, the system or the context said about
// the portfolio at path.
func explain(err error, path string) error {
	if err == nil {
		return nil
	}
	var known *fault.Error
	if errors.As(err, &known) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fault.Wrap(fault.Canceled, canceledText, err)
	}
	if errors.Is(err, errMisread) {
		return about(fault.Damaged, damagedText, path, err)
	}
	var engine *sqlite.Error
	if !errors.As(err, &engine) {
		if isSystem(err) {
			return files.Explain(err, path)
		}
		return about(fault.Internal, internalText, path, err)
	}
	if engine.Code()&0xff == lib.SQLITE_CANTOPEN { // the system knows why
		f, sys := os.Open(path)
		if sys != nil {
			return files.Explain(sys, path)
		}
		f.Close()
	}
	code, text := explainCode(engine.Code())
	return about(code, text, path, err)
}

// about makes a fault; a text with %s names the file.
func about(code fault.Code, text, path string, err error) error {
	if text != canceledText && text != referenceText && text != duplicateText {
		text = fmt.Sprintf(text, filepath.Base(path))
	}
	return fault.Wrap(code, text, err)
}

func explainCode(code int) (fault.Code, string) {
	switch code {
	case lib.SQLITE_CONSTRAINT_FOREIGNKEY:
		return fault.Conflict, referenceText
	case lib.SQLITE_CONSTRAINT_UNIQUE, lib.SQLITE_CONSTRAINT_PRIMARYKEY:
		return fault.Conflict, duplicateText
	case lib.SQLITE_IOERR_SHMSIZE: // the shared memory beside the file could not grow
		return fault.DiskFull, diskFullText
	}
	switch code & 0xff {
	case lib.SQLITE_CORRUPT:
		return fault.Damaged, damagedText
	case lib.SQLITE_NOTADB:
		return fault.Unreadable, unreadableText
	case lib.SQLITE_FULL:
		return fault.DiskFull, diskFullText
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_PROTOCOL:
		return fault.Locked, lockedText
	case lib.SQLITE_READONLY:
		return fault.ReadOnly, readOnlyText
	case lib.SQLITE_IOERR:
		return fault.Unreadable, deviceText
	case lib.SQLITE_CANTOPEN, lib.SQLITE_PERM, lib.SQLITE_AUTH:
		return fault.NoPermission, unavailableText
	case lib.SQLITE_INTERRUPT:
		return fault.Canceled, canceledText
	case lib.SQLITE_TOOBIG:
		return fault.TooLarge, tooLargeText
	}
	return fault.Internal, internalText
}

func isSystem(err error) bool {
	var path interface{ Timeout() bool } // *fs.PathError, *os.LinkError by way of syscall.Errno
	return errors.As(err, &path)
}
