/* SPDX-License-Identifier: EUPL-1.2 */
/** The plan of an instance, how it is made from a schema and how it is written. Nobody else comes in. */
@NullMarked
package de.kommunalsdk.schema.internal;

import org.jspecify.annotations.NullMarked;
