/**
 * What must be unique and what identifies people: aliases, registrations, passwords' hashes and login attempts of one
 * slice. Pure. An alias that is active means one account for ever. It must never see a password, only Argon2id hashes,
 * and never let a password be tried before the attempt is counted. Read {@link com.phonepay.directory.DirectoryMachine} first.
 */
@NullMarked
package com.phonepay.directory;

import org.jspecify.annotations.NullMarked;
