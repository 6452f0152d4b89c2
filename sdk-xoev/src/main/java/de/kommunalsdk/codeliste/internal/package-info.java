/* SPDX-License-Identifier: EUPL-1.2 */
/** How genericode is read, and where code lists lie. */
@NullMarked
package de.kommunalsdk.codeliste.internal;

import org.jspecify.annotations.NullMarked;
