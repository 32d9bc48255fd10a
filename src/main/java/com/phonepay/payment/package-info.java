/**
 * What the outside may ask of PhonePay: pay, look at a wallet, register, log in. Ports and their values only. It must
 * never decide about money; the machines do. Read {@link com.phonepay.payment.Payments} first.
 */
@NullMarked
package com.phonepay.payment;

import org.jspecify.annotations.NullMarked;
