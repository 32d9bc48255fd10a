/**
 * The one reader of the journal, and what is built from it: only released rows, only those that the chain of rows
 * explains. It must never write to the journal. Read {@link com.phonepay.slice.journal.JournalRows} first.
 */
@NullMarked
package com.phonepay.slice.journal;

import org.jspecify.annotations.NullMarked;
