// Package journal is how the journal is written, whatever store keeps it: the
// changes of an entry in compressed blocks, the hash of each, and the chain of
// hashes that every entry lengthens.
//
// A hash covers the hash of each text and not the text itself, so that a text can
// be erased from the journal afterwards and the chain still holds. What is hashed
// together with a text, its salt, goes when the text goes: nobody can try texts
// until one fits.
package journal
