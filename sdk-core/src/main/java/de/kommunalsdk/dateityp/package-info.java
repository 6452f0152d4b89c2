/* SPDX-License-Identifier: EUPL-1.2 */
/** Types of files that citizens may send, and whether a file is what it says. Only the JDK reads them, nothing is decoded. */
@NullMarked
package de.kommunalsdk.dateityp;

import org.jspecify.annotations.NullMarked;
