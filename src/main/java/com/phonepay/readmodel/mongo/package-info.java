/**
 * The read models in MongoDB: the only place that knows of it. It must never be asked by anything that decides about
 * money. Needs no transactions and no change streams: every write is one document, guarded by where it comes from. Read
 * {@link com.phonepay.readmodel.mongo.MongoViews} first.
 */
@NullMarked
package com.phonepay.readmodel.mongo;

import org.jspecify.annotations.NullMarked;
