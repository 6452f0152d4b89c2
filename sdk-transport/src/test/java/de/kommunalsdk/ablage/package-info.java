/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of the drop directory. */
@NullMarked
package de.kommunalsdk.ablage;

import org.jspecify.annotations.NullMarked;
