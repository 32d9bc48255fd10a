/**
 * What a merchant shows to be paid. Pure. It must never know money that was paid; that is in {@code wallet}. Read
 * {@link com.phonepay.merchant.UpiLink} first.
 */
@NullMarked
package com.phonepay.merchant;

import org.jspecify.annotations.NullMarked;
