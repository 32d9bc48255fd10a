package com.phonepay.readmodel;

import java.util.Map;

/**
 * One document as it is stored: the whole of it is made from one event, so writing it twice changes nothing, and an older
 * event never overwrites a newer one.
 *
 * @param id unique in its view
 * @param fields texts, longs, doubles, booleans and lists of texts by their names; money in paise, times in milliseconds
 *     since 1970
 */
public record ViewDocument(View view, String id, Origin origin, Map<String, Object> fields) {}
