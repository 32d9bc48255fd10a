package com.phonepay.kernel;

/** A fact that a machine decided. Unless it is a {@link Note} it is journalled before anything that follows from it. */
public interface Event {}
