/* SPDX-License-Identifier: EUPL-1.2 */
@NullMarked
package de.kommunalsdk.dateityp;

import org.jspecify.annotations.NullMarked;
