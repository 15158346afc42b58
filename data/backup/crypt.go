package backup

import (
	"errors"
	"io"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"
)

const (
	workFactor = 16 // 2^16 rounds and 64 MB: a tenth of a second here, years for who guesses
	mostWork   = 18 // four times that; a file that asks for more was made to stop the computer
)

var (
	errPassphrase = errors.New("backup: wrong passphrase")
	errLocked     = errors.New("backup: encrypted")
)

// encrypt gives a writer that encrypts to w; it must be closed.
func encrypt(w io.Writer, passphrase string) (io.WriteCloser, error) {
	r, err := age.NewScryptRecipient(norm.NFC.String(passphrase))
	if err != nil {
		return nil, err
	}
	r.SetWorkFactor(workFactor)
	return age.Encrypt(w, r)
}

func decrypt(r io.Reader, passphrase string) (io.Reader, error) {
	if passphrase == "" {
		return nil, errLocked
	}
	id, err := age.NewScryptIdentity(norm.NFC.String(passphrase)) // å is written in two ways
	if err != nil {
		return nil, err
	}
	id.SetMaxWorkFactor(mostWork)
	plain, err := age.Decrypt(r, id)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, errors.Join(errPassphrase, err)
	}
	return plain, err
}
