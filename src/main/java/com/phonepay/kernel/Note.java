package com.phonepay.kernel;

/** An event that is kept in memory only: a vote, an acknowledgement, a caller who waits. Gone after recovery, re-asked then. */
public interface Note extends Event {}
