/**
 * What has happened, as people look for it: documents made from the events that slices have published, and the questions
 * that they answer. Ports and values only. It is never asked for a balance, the state of a payment, or whether money is
 * there: it may be behind, and it can be lost and rebuilt. Read {@link com.phonepay.readmodel.ViewDocument} first.
 */
@NullMarked
package com.phonepay.readmodel;

import org.jspecify.annotations.NullMarked;
