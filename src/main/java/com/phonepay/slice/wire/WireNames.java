package com.phonepay.slice.wire;

/**
 * The stable names of one room's messages, answers and events. They are in the journal for ever: a name is never given
 * to another class, and a change of fields that old rows can not satisfy takes a new class with a new name.
 */
public interface WireNames {
    void addTo(NameTable.Builder table);
}
