package com.phonepay.kernel;

/** Time has passed: what is overdue is sent again, given up or forgotten. Sent by the host to its own machine only. */
public record Tick() implements Message {}
