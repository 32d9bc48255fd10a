package com.phonepay.kernel;

/** One slice: its type and its number, from 0. */
public record SliceAddress(SliceType type, int number) {
    @Override
    public String toString() {
        return type.label() + "-" + number;
    }
}
